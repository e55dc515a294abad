using KpuSync.Contracts.V1;

namespace KpuSync.Rules.Registry;

/// <summary>Rules of a voter change that need no other record.</summary>
public static class VoterRules
{
    /// <summary>Not 16 ASCII digits.</summary>
    public static readonly Rule NikMalformed = new("NIK_MALFORMED", Severity.Error,
        "{field}: harus tepat 16 angka. Salin dari KTP-el atau kartu keluarga.",
        "{field}: must be exactly 16 digits. Copy it from the identity card or family card.");

    /// <summary>Serial 0000 is never issued.</summary>
    public static readonly Rule NikSerialZero = new("NIK_SERIAL_ZERO", Severity.Error,
        "{field}: empat angka terakhir 0000 tidak pernah diterbitkan. Periksa nomor pada dokumen.",
        "{field}: the last four digits 0000 are never issued. Check the number on the document.");

    /// <summary>What people type when they have no number: all digits equal, or the keyboard's order.</summary>
    public static readonly Rule NikPlaceholder = new("NIK_PLACEHOLDER", Severity.Error,
        "{field}: ini nomor pengganti, bukan nomor yang diterbitkan. Cari nomor yang benar.",
        "{field}: this is a placeholder, not an issued number. Find the right one.");

    /// <summary>The first two digits never were a province.</summary>
    public static readonly Rule NikProvinceUnknown = new("NIK_PROVINCE_UNKNOWN", Severity.Error,
        "{field}: dua angka pertama tidak pernah menjadi kode provinsi. Periksa nomor pada dokumen.",
        "{field}: the first two digits never were a province. Check the number on the document.");

    /// <summary>The first six digits are no district that is or was. A warning: the catalogue does not know every old code.</summary>
    public static readonly Rule NikRegionUnknown = new("NIK_REGION_UNKNOWN", Severity.Warning,
        "{field}: enam angka pertama bukan kode kecamatan yang dikenal. Periksa nomor pada dokumen.",
        "{field}: the first six digits are no district that is known. Check the number on the document.", CanBe: [Severity.Error]);

    /// <summary>The date inside the NIK is another than the birth date. A warning: a NIK stays when a birth date is corrected.</summary>
    public static readonly Rule NikBirthDateDiffers = new("NIK_BIRTH_DATE_DIFFERS", Severity.Warning,
        "Tanggal di dalam NIK berbeda dari tanggal lahir. Periksa keduanya; biarkan bila tanggal lahir pernah dikoreksi.",
        "The date inside the NIK differs from the birth date. Check both; leave it if the birth date was corrected once.", CanBe: [Severity.Error]);

    /// <summary>The date inside the NIK is the birth date, but coded for the other sex.</summary>
    public static readonly Rule NikSexDiffers = new("NIK_SEX_DIFFERS", Severity.Warning,
        "Jenis kelamin menurut NIK berbeda dari isian. Periksa jenis kelamin.",
        "The sex in the NIK differs from the one given. Check the sex.", CanBe: [Severity.Error]);

    /// <summary>Not 16 ASCII digits.</summary>
    public static readonly Rule NkkMalformed = new("NKK_MALFORMED", Severity.Error,
        "NKK harus tepat 16 angka. Salin dari kartu keluarga.",
        "The NKK must be exactly 16 digits. Copy it from the family card.");

    /// <summary>Serial 0000 is never issued.</summary>
    public static readonly Rule NkkSerialZero = new("NKK_SERIAL_ZERO", Severity.Error,
        "Empat angka terakhir NKK 0000 tidak pernah diterbitkan. Periksa nomor pada kartu keluarga.",
        "The NKK's last four digits 0000 are never issued. Check the number on the family card.");

    /// <summary>All digits equal, or the keyboard's order.</summary>
    public static readonly Rule NkkPlaceholder = new("NKK_PLACEHOLDER", Severity.Error,
        "NKK ini nomor pengganti, bukan nomor yang diterbitkan. Cari nomor yang benar.",
        "The NKK is a placeholder, not an issued number. Find the right one.");

    /// <summary>The first two digits never were a province.</summary>
    public static readonly Rule NkkProvinceUnknown = new("NKK_PROVINCE_UNKNOWN", Severity.Error,
        "Dua angka pertama NKK tidak pernah menjadi kode provinsi. Periksa nomor pada kartu keluarga.",
        "The NKK's first two digits never were a province. Check the number on the family card.", CanBe: [Severity.Warning]);

    /// <summary>The date inside the NKK is no day. A warning: some were issued so.</summary>
    public static readonly Rule NkkDateImpossible = new("NKK_DATE_IMPOSSIBLE", Severity.Warning,
        "Tanggal di dalam NKK tidak ada dalam kalender. Periksa nomor pada kartu keluarga.",
        "The date inside the NKK is no day of the calendar. Check the number on the family card.", CanBe: [Severity.Error]);

    /// <summary>Not 0 to 20 digits.</summary>
    public static readonly Rule DpidMalformed = new("DPID_MALFORMED", Severity.Error,
        "DPID harus 0 sampai 20 angka.",
        "The DPID must be 0 to 20 digits.");

    /// <summary>Born after the day from which the change holds.</summary>
    public static readonly Rule BirthDateAfterEffective = new("BIRTH_DATE_AFTER_EFFECTIVE", Severity.Error,
        "Tanggal lahir setelah tanggal berlaku. Perbaiki salah satunya.",
        "The birth date is after the effective date. Mend one of them.");

    /// <summary>Older than anybody ever was. Parameters: <c>max</c>, in years.</summary>
    public static readonly Rule AgeImpossible = new("AGE_IMPOSSIBLE", Severity.Error,
        "Menurut tanggal lahir, usia lebih dari {max} tahun. Perbaiki tanggal lahir.",
        "By the birth date the age is over {max}. Mend the birth date.");

    /// <summary>Under 17 and never married (PKPU 1/2025). Parameters: <c>min</c>, in years.</summary>
    public static readonly Rule VoterUnderAge = new("VOTER_UNDER_AGE", Severity.Error,
        "Belum berusia {min} tahun pada tanggal berlaku dan belum pernah kawin. Periksa tanggal lahir dan status perkawinan.",
        "Under {min} on the effective date and never married. Check birth date and marital status.", CanBe: [Severity.Warning]);

    /// <summary>No village of that code.</summary>
    public static readonly Rule VillageUnknown = new("VILLAGE_UNKNOWN", Severity.Error,
        "Kode desa/kelurahan tidak ada dalam katalog wilayah. Tulis kode Kemendagri 10 angka tanpa titik.",
        "The village code is not in the region catalogue. Write the 10-digit Kemendagri code without dots.");

    /// <summary>A village of another office, or one that went to it. Parameters: <c>owner</c>, the office that has it today; <c>office</c>.</summary>
    public static readonly Rule VillageOtherOffice = new("VILLAGE_OTHER_OFFICE", Severity.Error,
        "Desa/kelurahan ini milik kabupaten/kota lain ({owner}), bukan {office}.",
        "The village belongs to another regency or city ({owner}), not {office}.");

    /// <summary>A village that has a new code since regions changed; applied under it. Parameters: <c>old</c>, <c>new</c>.</summary>
    public static readonly Rule VillageCodeReplaced = new("VILLAGE_CODE_REPLACED", Severity.Warning,
        "Kode desa/kelurahan {old} sudah diganti menjadi {new}; perubahan ini diterapkan dengan kode baru. Perbarui data asalnya.",
        "The village code {old} was replaced by {new}; this change was applied under the new code. Update the source data.");

    /// <summary>No regency or city of that code.</summary>
    public static readonly Rule OfficeUnknown = new("OFFICE_UNKNOWN", Severity.Error,
        "{field}: kode tidak ada dalam katalog wilayah. Tulis kode Kemendagri 4 angka, atau kosongkan bila tidak diketahui.",
        "{field}: the code is not in the region catalogue. Write the 4-digit Kemendagri code, or leave it empty if not known.");

    /// <summary>Moved from or to the very office that reports it.</summary>
    public static readonly Rule OfficeSame = new("OFFICE_SAME", Severity.Error,
        "{field}: harus kabupaten/kota lain. Pindah di dalam kantor ini dikirim sebagai perubahan data.",
        "{field}: must be another office. A move within this one is sent as a change of data.");

    /// <summary>An opening balance without the minutes that fixed the list.</summary>
    public static readonly Rule MinutesRequired = new("MINUTES_REQUIRED", Severity.Error,
        "Saldo awal memerlukan nomor berita acara.",
        "An opening balance needs the number of its minutes.", CanBe: [Severity.Warning]);

    /// <summary>A correction of the NIK that changes nothing.</summary>
    public static readonly Rule NikNotChanged = new("NIK_NOT_CHANGED", Severity.Error,
        "NIK baru sama dengan NIK lama. Kirim sebagai perubahan data, atau perbaiki salah satunya.",
        "The new NIK is the old one. Send it as a change of data, or mend one of them.");
}
