namespace KpuSync.Rules.Registry;

/// <summary>What speaks for or against two registrations being one person, in words. The codes are the matcher's.</summary>
public static class CaseReasons
{
    private static readonly Dictionary<string, (string Indonesian, string English)> Texts = new(StringComparer.Ordinal)
    {
        ["NIK_EQUAL"] = ("NIK sama", "same NIK"),
        ["NAME_EQUAL"] = ("nama sama", "same name"),
        ["NAME_SIMILAR"] = ("nama mirip", "similar name"),
        ["NAME_CONTAINED"] = ("nama satu termuat dalam nama lain", "one name is part of the other"),
        ["NAME_DIFFERENT"] = ("nama berbeda", "different names"),
        ["NAME_EMPTY"] = ("nama hanya gelar", "a name of titles only"),
        ["BIRTH_DATE_EQUAL"] = ("tanggal lahir sama", "same birth date"),
        ["BIRTH_DATE_FIRST_OF_JANUARY"] = ("tanggal lahir sama, tetapi 1 Januari (sering berarti tidak diketahui)", "same birth date, but 1 January (often means not known)"),
        ["FIRST_OF_JANUARY_YEAR_NEAR"] = ("keduanya lahir 1 Januari, tahun selisih satu", "both born on 1 January, the years one apart"),
        ["BIRTH_DAY_MONTH_SWAPPED"] = ("tanggal dan bulan lahir tertukar", "day and month of birth swapped"),
        ["BIRTH_YEAR_NEAR"] = ("tahun lahir selisih satu", "birth year off by one"),
        ["BIRTH_DATE_PARTLY"] = ("sebagian tanggal lahir sama", "part of the birth date is the same"),
        ["BIRTH_DATE_DIFFERENT"] = ("tanggal lahir berbeda", "different birth dates"),
        ["NIK_NEAR"] = ("NIK selisih satu salah ketik", "NIKs one slip apart"),
        ["NIK_REGION_ONLY"] = ("hanya satu angka kode wilayah NIK berbeda", "NIKs one slip apart in the region code"),
        ["NIK_SERIAL_ONLY"] = ("hanya nomor urut NIK berbeda", "only the NIK's serial differs"),
        ["NIK_DIFFERENT"] = ("NIK berbeda", "different NIKs"),
        ["NKK_EQUAL"] = ("kartu keluarga sama", "same family card"),
        ["ADDRESS_EQUAL"] = ("alamat sama", "same address"),
        ["VILLAGE_EQUAL"] = ("desa sama", "same village"),
        ["VILLAGE_DIFFERENT"] = ("desa berbeda", "different villages"),
        ["BIRTH_PLACE_EQUAL"] = ("tempat lahir sama", "same birth place"),
        ["BIRTH_PLACE_SIMILAR"] = ("tempat lahir mirip", "similar birth place"),
        ["BIRTH_PLACE_DIFFERENT"] = ("tempat lahir berbeda", "different birth places"),
        ["SEX_EQUAL"] = ("jenis kelamin sama", "same sex"),
        ["SEX_DIFFERENT"] = ("jenis kelamin berbeda", "different sexes"),
    };

    /// <summary>Every code that has words.</summary>
    public static IReadOnlyCollection<string> Codes => Texts.Keys;

    /// <summary>The reason in words; a code of a newer matcher is its own text.</summary>
    public static string TextOf(string code, Language language)
    {
        if (!Texts.TryGetValue(code, out var text))
            return code;
        return language == Language.English ? text.English : text.Indonesian;
    }
}
