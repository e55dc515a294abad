using System.Globalization;
using KpuSync.Samples.Files;
using KpuSync.Samples.Truth;

namespace KpuSync.Samples.Progress;

/// <summary>Writes an office's monthly reports of half a year, and its plan of the year.</summary>
/// <remarks>Every other office writes its amounts with separators, as people do.</remarks>
internal sealed class ProgressExport(SampleOptions options, string office, int index, int weight)
{
    private const int Months = 12;
    private static readonly CultureInfo Grouped = WithDots();

    private static readonly string[] ReportHeads =
    [
        "KANTOR", "BULAN", "PAGU_AWAL", "PAGU_REVISI", "REVISI_KE", "BLOKIR", "REALISASI", "PAGU_51", "REALISASI_51", "PAGU_52", "REALISASI_52", "PAGU_53",
        "REALISASI_53", "REVISI_DIAJUKAN", "PAGU_DIAJUKAN", "ANGGOTA", "PNS", "PPPK", "PPNPN", "PPID_DITERIMA", "PPID_DIKABULKAN", "PPID_SEBAGIAN", "PPID_DITOLAK",
        "PPID_KEBERATAN", "PPID_TEPAT_WAKTU", "WEBSITE", "MEDSOS",
    ];

    private readonly ProgressStory _story = ProgressStory.Of(options.Seed, index, weight);

    /// <summary>Writes both files.</summary>
    public SampleProgress Write()
    {
        var last = options.ReferenceDate.Month;
        var (reports, plan) = ($"progres-{office}", $"rencana-{office}");
        TableFile.Write(options, reports, [ReportHeads, .. Enumerable.Range(1, _story.ReportsLastMonth ? last : last - 1).Select(ReportOf)]);
        TableFile.Write(options, plan,
        [
            ["KANTOR", "TAHUN", .. Enumerable.Range(1, Months).Select(month => string.Create(CultureInfo.InvariantCulture, $"TARGET_{month:00}"))],
            [office, Text(options.ReferenceDate.Year), .. Enumerable.Range(1, Months).Select(month => Amount(_story.PlannedIn(month)))],
        ]);
        return new SampleProgress
        {
            Office = office,
            ReportFile = TableFile.NameOf(options, reports),
            PlanFile = TableFile.NameOf(options, plan),
            Month = MonthOf(last),
            Reported = _story.ReportsLastMonth,
            UnderPlan = _story.ReportsLastMonth && _story.IsSlow,
            UnderYearEndTarget = _story.ReportsLastMonth && _story.IsUnderTarget,
            Waiting = _story.ReportsLastMonth && _story.IsWaiting,
        };
    }

    private string[] ReportOf(int month)
    {
        var (ceiling, realised) = (_story.CeilingIn(month), _story.RealisedIn(month));
        var (staff, goods) = ((Ceiling: ceiling * 45 / 100, Realised: realised * 45 / 100), (Ceiling: ceiling / 2, Realised: realised / 2));
        var received = 2 + ((index + month) % 5);
        var isWaiting = _story.IsWaiting && month == options.ReferenceDate.Month;
        return
        [
            office, MonthOf(month), Amount(_story.InitialCeiling), Amount(ceiling), Text(ProgressStory.RevisionIn(month)), Amount(ceiling / 100), Amount(realised),
            Amount(staff.Ceiling), Amount(staff.Realised), Amount(goods.Ceiling), Amount(goods.Realised),
            Amount(ceiling - staff.Ceiling - goods.Ceiling), Amount(realised - staff.Realised - goods.Realised),
            isWaiting ? $"{MonthOf(month)}-05" : "", isWaiting ? Amount(ceiling + 500_000_000) : "",
            "5", Text(16 + (index % 5)), Text(3 + (index % 3)), Text(6 + (index % 4)),
            Text(received), Text(received - 1), "0", "1", Text(month % 2), Text(received), Text(6 + (index % 7)), Text(20 + month),
        ];
    }

    private string MonthOf(int month) => string.Create(CultureInfo.InvariantCulture, $"{options.ReferenceDate.Year:0000}-{month:00}");

    private string Amount(long rupiah) => index % 2 == 0 ? Text(rupiah) : rupiah.ToString("N0", Grouped);

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static CultureInfo WithDots()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberGroupSeparator = ".";
        return CultureInfo.ReadOnly(culture);
    }
}
