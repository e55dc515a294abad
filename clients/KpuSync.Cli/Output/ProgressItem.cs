using KpuSync.Contracts.V1;

namespace KpuSync.Cli.Output;

/// <summary>One column of the progress as a file has it: exact figures, for spreadsheets.</summary>
/// <param name="Head">Its head.</param>
/// <param name="ValueOf">Its value; null if the office has none.</param>
internal sealed record ProgressItem(Text Head, Func<OfficeProgress, object?> ValueOf)
{
    // Shares are hundredths of a percent.
    private const decimal BasisPointsOfPercent = 100m;

    public static IReadOnlyList<ProgressItem> All { get; } =
    [
        new(new Text("Pagu awal", "Initial ceiling"), o => o.Report?.Budget.InitialCeiling),
        new(new Text("Pagu revisi", "Revised ceiling"), o => o.Report?.Budget.RevisedCeiling),
        new(new Text("Revisi ke", "Revision"), o => o.Report?.Budget.Revision),
        new(new Text("Blokir", "Blocked"), o => o.Report?.Budget.Blocked),
        new(new Text("Realisasi", "Realised"), o => o.Report?.Budget.Realised),
        new(new Text("Realisasi % pagu", "Realised % of ceiling"), o => o.Standing?.RealisedBasisPoints / BasisPointsOfPercent),
        .. Part(SpendingType.Staff, "51"), .. Part(SpendingType.Goods, "52"), .. Part(SpendingType.Capital, "53"),
        new(new Text("Rencana bulan ini", "Planned by this month"), o => o.Plan is null ? null : o.Standing?.Planned),
        new(new Text("Di bawah rencana", "Under plan"), o => o.Standing?.UnderPlan),
        new(new Text("Perkiraan akhir tahun", "Expected at year end"), o => o.Standing?.Expected),
        new(new Text("Perkiraan %", "Expected %"), o => o.Standing?.ExpectedBasisPoints / BasisPointsOfPercent),
        new(new Text("Di bawah target tahun", "Under the year's target"), o => o.Standing?.UnderYearEndTarget),
        new(new Text("Kurang dari target tahun", "Missing from the year's target"), o => o.Standing?.Missing),
        new(new Text("Realisasi laporan sebelumnya", "Realised in the report before"), o => o.Previous?.Budget.Realised),
        new(new Text("Revisi diajukan", "Revision asked for"), o => o.Report?.Budget.Waiting?.SubmittedDate),
        new(new Text("Pagu diajukan", "Ceiling asked for"), o => o.Report?.Budget.Waiting?.Ceiling),
        new(new Text("Anggota", "Commissioners"), o => o.Report?.Headcount.Commissioners),
        new(new Text("PNS", "PNS"), o => o.Report?.Headcount.CivilServants),
        new(new Text("PPPK", "PPPK"), o => o.Report?.Headcount.ContractCivilServants),
        new(new Text("PPNPN", "PPNPN"), o => o.Report?.Headcount.OtherStaff),
        new(new Text("e-PPID diterima", "e-PPID received"), o => o.Report?.InformationRequests?.Received),
        new(new Text("e-PPID dikabulkan", "e-PPID granted"), o => o.Report?.InformationRequests?.Granted),
        new(new Text("e-PPID sebagian", "e-PPID partly"), o => o.Report?.InformationRequests?.PartlyGranted),
        new(new Text("e-PPID ditolak", "e-PPID refused"), o => o.Report?.InformationRequests?.Refused),
        new(new Text("e-PPID keberatan", "e-PPID objections"), o => o.Report?.InformationRequests?.Objections),
        new(new Text("e-PPID tepat waktu", "e-PPID in time"), o => o.Report?.InformationRequests?.AnsweredInTime),
        new(new Text("Terbitan laman", "Website items"), o => o.Report?.Publications?.Website),
        new(new Text("Terbitan media sosial", "Social media items"), o => o.Report?.Publications?.SocialMedia),
        new(new Text("Pemilih L", "Voters L"), o => o.Voters.Total.Male),
        new(new Text("Pemilih P", "Voters P"), o => o.Voters.Total.Female),
        new(new Text("Pemilih", "Voters"), VotersOf),
        new(new Text("Baru", "New"), o => Sum(o.Voters.NewFirstTime) + Sum(o.Voters.NewMovedIn)),
        new(new Text("TMS", "TMS"), o => Sum(RecapItem.AllRemoved(o.Voters))),
        new(new Text("Ubah", "Changed"), o => Sum(o.Voters.DataChanged) + Sum(o.Voters.AddressTo)),
        new(new Text("Ganda terbuka", "Duplicates open"), o => o.Voters.Duplicates),
        new(new Text("Ganda selesai", "Duplicates settled"), o => o.DuplicatesSettled),
        new(new Text("Di atas 100 ditahan", "Over 100 held"), o => o.Over100Held),
        new(new Text("Di atas 100 terverifikasi", "Over 100 verified"), o => o.Over100Verified),
        new(new Text("Koreksi laporan", "Corrections"), o => o.Report is null ? null : o.Corrections),
    ];

    /// <summary>Voters of an office at the end of the month.</summary>
    public static object VotersOf(OfficeProgress office) => Sum(office.Voters.Total);

    /// <summary>Everybody who works there.</summary>
    public static int StaffOf(Headcount headcount) =>
        headcount.Commissioners + headcount.CivilServants + headcount.ContractCivilServants + headcount.OtherStaff;

    private static IEnumerable<ProgressItem> Part(SpendingType type, string account)
    {
        SpendingBudget? Of(OfficeProgress o) => o.Report?.Budget.ByType.FirstOrDefault(p => p.Type == type);
        yield return new(new Text($"Pagu {account}", $"Ceiling {account}"), o => Of(o)?.RevisedCeiling);
        yield return new(new Text($"Realisasi {account}", $"Realised {account}"), o => Of(o)?.Realised);
    }

    private static long Sum(SexCount count) => count.Male + count.Female;
}
