using System.Diagnostics.CodeAnalysis;
using KpuSync.Contracts.V1;

namespace KpuSync.Rules.Voters;

/// <summary>A list of KET values. Lists change between elections, so each has a version; nothing else may give a number a meaning.</summary>
public sealed class KetCodes
{
    private KetCodes(string version, params KetCode[] codes)
    {
        Version = version;
        Codes = codes;
        Allowed = string.Join(", ", codes.Select(code => code.Code));
    }

    /// <summary>The list of the continuous update (PDPB), PKPU 1/2025.</summary>
    public static KetCodes Current { get; } = new("2025",
        new("B", KetKind.New, RemovalGround.Unspecified, "baru"),
        new("U", KetKind.Changed, RemovalGround.Unspecified, "ubah"),
        new("1", KetKind.Removal, RemovalGround.Deceased, "meninggal"),
        new("2", KetKind.Removal, RemovalGround.Duplicate, "ganda"),
        new("3", KetKind.Removal, RemovalGround.UnderAge, "di bawah umur"),
        new("4", KetKind.Removal, RemovalGround.MovedAway, "pindah domisili"),
        new("5", KetKind.Removal, RemovalGround.ForeignCitizen, "WNA"),
        new("6", KetKind.Removal, RemovalGround.Military, "TNI"),
        new("7", KetKind.Removal, RemovalGround.Police, "Polri"),
        new("8", KetKind.PollingStationWrong, RemovalGround.Unspecified, "TPS tidak sesuai"));

    /// <summary>The list of the regional elections of 2018 (form A.B-KWK; 11 and 12 stood on form A.C-KWK).</summary>
    /// <remarks>8 was "hilang ingatan", a ground that the Constitutional Court has since limited (135/PUU-XIII/2015): a person must decide about such a row, so it maps to no ground.</remarks>
    public static KetCodes Of2018 { get; } = new("2018",
        new("B", KetKind.New, RemovalGround.Unspecified, "baru"),
        new("U", KetKind.Changed, RemovalGround.Unspecified, "ubah"),
        new("1", KetKind.Removal, RemovalGround.Deceased, "meninggal"),
        new("2", KetKind.Removal, RemovalGround.Duplicate, "ganda"),
        new("3", KetKind.Removal, RemovalGround.UnderAge, "di bawah umur"),
        new("4", KetKind.Removal, RemovalGround.MovedAway, "pindah domisili"),
        new("5", KetKind.Removal, RemovalGround.UnknownPerson, "tidak dikenal"),
        new("6", KetKind.Removal, RemovalGround.Military, "TNI"),
        new("7", KetKind.Removal, RemovalGround.Police, "Polri"),
        new("8", KetKind.Remark, RemovalGround.Unspecified, "hilang ingatan"),
        new("9", KetKind.Removal, RemovalGround.RightRevoked, "hak pilih dicabut"),
        new("10", KetKind.Removal, RemovalGround.NotResident, "bukan penduduk"),
        new("11", KetKind.Remark, RemovalGround.Unspecified, "belum KTP-el"),
        new("12", KetKind.Remark, RemovalGround.Unspecified, "belum dipastikan KTP-el"));

    /// <summary>All lists, newest first.</summary>
    public static IReadOnlyList<KetCodes> Lists { get; } = [Current, Of2018];

    /// <summary>The list's version: the year that brought it.</summary>
    public string Version { get; }

    /// <summary>The values in the order of the list.</summary>
    public IReadOnlyList<KetCode> Codes { get; }

    /// <summary>The values for a message: <c>B, U, 1, 2 ...</c>.</summary>
    public string Allowed { get; }

    /// <summary>Finds a value as it stands in a file: case and spaces around it do not count, nor do leading zeros.</summary>
    public bool TryGet(ReadOnlySpan<char> text, [NotNullWhen(true)] out KetCode? code)
    {
        var trimmed = text.Trim();
        while (trimmed.Length > 1 && trimmed[0] == '0')
            trimmed = trimmed[1..];
        foreach (var known in Codes)
        {
            if (trimmed.Equals(known.Code, StringComparison.OrdinalIgnoreCase))
            {
                code = known;
                return true;
            }
        }

        code = null;
        return false;
    }
}
