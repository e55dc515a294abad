using KpuSync.Contracts.V1;

namespace KpuSync.Rules.Registry;

/// <summary>Rules of party data that need no other record.</summary>
public static class PartyRules
{
    /// <summary>Not 1 to 32 of the signs that a member card's number may have.</summary>
    public static readonly Rule CardMalformed = new("PARTY_CARD_MALFORMED", Severity.Error,
        "Nomor KTA harus 1 sampai 32 karakter: huruf besar, angka, titik, garis hubung, atau garis miring.",
        "A member card's number has 1 to 32 characters: capitals, digits, full stop, hyphen or slash.", Since: 2);

    /// <summary>The area does not exist, or is none of that level.</summary>
    public static readonly Rule AreaUnknown = new("PARTY_AREA_UNKNOWN", Severity.Error,
        "Kode wilayah tidak ada untuk tingkat ini: kosong untuk pusat, 2 angka provinsi, 4 angka kabupaten/kota, 6 angka kecamatan.",
        "There is no such area at this level: empty for the centre, 2 digits for a province, 4 for a regency or city, 6 for a district.", Since: 2);

    /// <summary>A regency or district of another office. Parameters: <c>office</c>, the one that sends.</summary>
    public static readonly Rule AreaOtherOffice = new("PARTY_AREA_OTHER_OFFICE", Severity.Error,
        "Wilayah ini bukan bagian dari kantor {office}; kirim ke buku besar kantornya sendiri.",
        "This area is not part of office {office}; send it into the ledger of its own office.", Since: 2);

    /// <summary>A profile, or something of the centre or a province, in a regency's ledger.</summary>
    public static readonly Rule CentreOnly = new("PARTY_CENTRE_ONLY", Severity.Error,
        "Profil partai dan data tingkat pusat atau provinsi hanya dikirim ke buku besar pusat (RI).",
        "A party's profile and what is of the centre or a province go into the ledger of the centre (RI) only.", Since: 2);

    /// <summary>Members, or something of a regency or district, in the centre's ledger.</summary>
    public static readonly Rule RegencyOnly = new("PARTY_REGENCY_ONLY", Severity.Error,
        "Anggota dan data tingkat kabupaten/kota atau kecamatan dikirim ke buku besar kabupaten/kotanya, bukan ke pusat (RI).",
        "Members and what is of a regency or district go into the ledger of that regency, not of the centre (RI).", Since: 2);

    /// <summary>Not 5 to 30 digits.</summary>
    public static readonly Rule AccountMalformed = new("PARTY_ACCOUNT_MALFORMED", Severity.Error,
        "Nomor rekening harus 5 sampai 30 angka, tanpa spasi atau tanda lain.",
        "An account number has 5 to 30 digits, without spaces or other signs.", Since: 2);

    /// <summary>The right to use an office has ended.</summary>
    public static readonly Rule RightEnded = new("PARTY_OFFICE_RIGHT_ENDED", Severity.Warning,
        "Hak pemakaian kantor ini sudah berakhir. Minta perpanjangannya.",
        "The right to use this office has ended. Ask for its renewal.", Since: 2, CanBe: [Severity.Error]);
}
