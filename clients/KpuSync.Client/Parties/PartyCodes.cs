using KpuSync.Contracts.V1;

namespace KpuSync.Client.Parties;

/// <summary>What the cells of party files may say, and what it means.</summary>
internal static class PartyCodes
{
    public static IReadOnlyDictionary<string, Sex> Sexes { get; } = new Dictionary<string, Sex> { ["L"] = Sex.Male, ["P"] = Sex.Female };

    public static IReadOnlyDictionary<string, MaritalStatus> MaritalStatuses { get; } = new Dictionary<string, MaritalStatus>
    {
        ["B"] = MaritalStatus.NotMarried,
        ["S"] = MaritalStatus.Married,
        ["P"] = MaritalStatus.OnceMarried,
    };

    public static IReadOnlyDictionary<string, PartyLevel> Levels { get; } = new Dictionary<string, PartyLevel>
    {
        ["PUSAT"] = PartyLevel.Centre,
        ["PROVINSI"] = PartyLevel.Province,
        ["KABUPATEN"] = PartyLevel.Regency,
        ["KOTA"] = PartyLevel.Regency,
        ["KECAMATAN"] = PartyLevel.District,
    };

    public static IReadOnlyDictionary<string, PartyOfficeRight> Rights { get; } = new Dictionary<string, PartyOfficeRight>
    {
        ["MILIK"] = PartyOfficeRight.Owned,
        ["SEWA"] = PartyOfficeRight.Rented,
        ["PINJAM"] = PartyOfficeRight.Lent,
    };

    public static IReadOnlyDictionary<string, MemberRemovalGround> Removals { get; } = new Dictionary<string, MemberRemovalGround>
    {
        ["MUNDUR"] = MemberRemovalGround.Resigned,
        ["BERHENTI"] = MemberRemovalGround.Dismissed,
        ["MENINGGAL"] = MemberRemovalGround.Deceased,
        ["PINDAH"] = MemberRemovalGround.MovedAway,
        ["GANDA"] = MemberRemovalGround.Duplicate,
        ["TMS"] = MemberRemovalGround.NotEligible,
        ["CATUT"] = MemberRemovalGround.WithoutConsent,
    };

    public static IReadOnlyDictionary<string, ComplaintFinding> Findings { get; } = new Dictionary<string, ComplaintFinding>
    {
        ["DIPERIKSA"] = ComplaintFinding.Open,
        ["TERBUKTI"] = ComplaintFinding.Confirmed,
        ["TIDAK TERBUKTI"] = ComplaintFinding.Dismissed,
    };

    public static IReadOnlyDictionary<string, bool> YesOrNo { get; } = new Dictionary<string, bool> { ["YA"] = true, ["TIDAK"] = false };

    private static readonly string[] Former = ["PENSIUN", "PURNAWIRAWAN", "MANTAN"];
    private static readonly string[] CivilServants = ["ASN", "PNS", "PPPK", "P3K", "PEGAWAI NEGERI", "APARATUR SIPIL"];
    private static readonly string[] Soldiers = ["TNI", "TENTARA"];
    private static readonly string[] Police = ["POLRI", "POLISI", "KEPOLISIAN"];

    /// <summary>An occupation as it was written, by whether it excludes membership: who has left the service may be a member.</summary>
    /// <param name="text">Upper case, single spaces; empty is not given.</param>
    public static MemberOccupation OccupationOf(string text)
    {
        if (text.Length == 0)
            return MemberOccupation.Unspecified;
        if (Array.Exists(Former, word => text.Contains(word, StringComparison.Ordinal)))
            return MemberOccupation.Other;
        if (Names(text, CivilServants))
            return MemberOccupation.CivilServant;
        if (Names(text, Soldiers))
            return MemberOccupation.Military;
        return Names(text, Police) ? MemberOccupation.Police : MemberOccupation.Other;
    }

    // Whole words: PNSWAN is nothing.
    private static bool Names(string text, string[] names)
    {
        var words = $" {string.Concat(text.Select(c => char.IsAsciiLetterOrDigit(c) ? c : ' '))} ";
        return Array.Exists(names, name => words.Contains($" {name} ", StringComparison.Ordinal));
    }
}
