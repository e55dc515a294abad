using System.IO.Compression;
using KpuSync.Client.Tests.Support;
using KpuSync.Contracts.V1;

namespace KpuSync.Client.Tests.Server;

/// <summary>Monthly reports and plans from files, over a real server.</summary>
[Trait("Database", "sqlite")]
public sealed class ProgressTests : IAsyncLifetime
{
    private const string Heads = "BULAN;PAGU_AWAL;PAGU_REVISI;REVISI_KE;REALISASI;PAGU_51;REALISASI_51;PAGU_52;REALISASI_52;ANGGOTA;PNS;PPID_DITERIMA;PPID_DIKABULKAN;REVISI_DIAJUKAN;PAGU_DIAJUKAN";

    private OfficeWorld _world = null!;
    private KpuSyncClient _client = null!;

    public async Task InitializeAsync()
    {
        _world = await OfficeWorld.StartAsync();
        _client = await _world.InitAsync();
    }

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task Push_AFile_IsWhatTheServerShows()
    {
        var report = await _client.PushProgressAsync(Write(Heads, "2025-03;1.000.000;1.200.000;1;700.000;800.000;500.000;400.000;200.000;5;18;3;2;05/03/2025;1.500.000"));

        (report.Delta.Rows, report.Delta.Items, report.Outcomes.Applied, report.FindingsTotal).ShouldBe((1, 1, 1, 0));
        var office = (await _client.ProgressAsync("2025-03")).Offices.ShouldHaveSingleItem();
        office.Report.Budget.ShouldBe(new Budget
        {
            InitialCeiling = 1_000_000,
            RevisedCeiling = 1_200_000,
            Revision = 1,
            Realised = 700_000,
            ByType =
            {
                new SpendingBudget { Type = SpendingType.Staff, RevisedCeiling = 800_000, Realised = 500_000 },
                new SpendingBudget { Type = SpendingType.Goods, RevisedCeiling = 400_000, Realised = 200_000 },
            },
            Waiting = new CeilingRevision { SubmittedDate = "2025-03-05", Ceiling = 1_500_000 },
        });
        office.Report.Headcount.ShouldBe(new Headcount { Commissioners = 5, CivilServants = 18 });
        office.Report.InformationRequests.ShouldBe(new InformationRequests { Received = 3, Granted = 2 });
    }

    [Fact]
    public async Task Push_BadRowsBesideGoodOnes_AreNamedByRowAndColumnAndTheOthersSent()
    {
        var report = await _client.PushProgressAsync(Write(
            "KANTOR;BULAN;PAGU_AWAL;REALISASI;ANGGOTA",
            "5201;2025-01;1.000;100;5",
            "5202;2025-01;1.000;100;5",
            ";2025-02;1,000.5;200;5",
            ";2025-03;1.000;1.200;5",
            ";2025-04;1.000;;5",
            ";2025-13;1.000;300;5",
            ";2025-05;1.000;300;lima",
            ";2099-01;1.000;300;5"));

        (report.Delta.Rows, report.Delta.Items, report.Delta.Unreadable, report.Outcomes.Applied).ShouldBe((8, 1, 7, 1));
        report.Findings.Select(f => (f.Row, f.Column, f.Code)).ShouldBe(
        [
            (3, "KANTOR", "PROGRESS_OFFICE_OTHER"),
            (4, "PAGU_AWAL", "AMOUNT_HAS_FRACTION"),
            (5, "REALISASI", "PROGRESS_REALISED_OVER_CEILING"),
            (6, "REALISASI", "FIELD_REQUIRED"),
            (7, "BULAN", "PROGRESS_MONTH_MALFORMED"),
            (8, "ANGGOTA", "NUMBER_UNREADABLE"),
            (9, "BULAN", "PROGRESS_MONTH_IN_FUTURE"),
        ]);
    }

    [Fact]
    public async Task Push_ColumnsThatAreUnknown_AreNamedAndTheRowsSent()
    {
        var report = await _client.PushProgressAsync(Write("BULAN;PAGU_AWAL;PAGU_REVISII;REALISASI;XYZ", "2025-01;100;90;1;2"));

        (report.Outcomes.Applied, report.Delta.Unreadable).ShouldBe((1, 0));
        report.Findings.Select(f => (f.Row, f.Column, f.Code)).ShouldBe([(1, "PAGU_REVISII", "HEADER_COLUMN_UNKNOWN"), (1, "XYZ", "HEADER_COLUMN_UNKNOWN_NONE_CLOSE")]);
        report.Findings[0].Text.Indonesian.ShouldBe("Kolom PAGU_REVISII tidak dikenal dan tidak dibaca. Yang paling mirip: PAGU_REVISI.");
    }

    [Fact]
    public async Task Push_OneMonthTwiceInAFile_SendsNeither()
    {
        var report = await _client.PushProgressAsync(Write("BULAN;PAGU_AWAL;REALISASI", "2025-01;100;1", "2025-02;100;2", "2025-01;100;3"));

        (report.Delta.Items, report.Outcomes.Applied).ShouldBe((1, 1));
        report.Findings.Select(f => (f.Row, f.Code)).ShouldBe([(2, "REPORT_REPEATED"), (4, "REPORT_REPEATED")]);
    }

    [Fact]
    public async Task Push_TheSameFileAgain_SendsNothingAndAChangedRowAlone()
    {
        await _client.PushProgressAsync(Write("BULAN;PAGU_AWAL;REALISASI", "2025-01;100;1", "2025-02;100;2"));
        var again = await _client.PushProgressAsync(Write("BULAN;PAGU_AWAL;REALISASI", "2025-01;100;1", "2025-02;100;2"));
        (again.Delta.Unchanged, again.Delta.Items, again.Outcomes.Sum).ShouldBe((2, 0, 0));

        var changed = await _client.PushProgressAsync(Write("BULAN;PAGU_AWAL;REALISASI", "2025-01;100;1", "2025-02;100;3"));
        (changed.Delta.Unchanged, changed.Delta.Items, changed.Outcomes.Applied).ShouldBe((1, 1, 1));
    }

    [Fact]
    public async Task Push_OnAReplacedComputer_ComparesWithWhatTheServerHolds()
    {
        await _client.PushProgressAsync(Write("BULAN;PAGU_AWAL;REALISASI", "2025-01;100;1"));
        var replaced = await _world.InitAsync("replaced", fromServer: true);
        (await replaced.PushProgressAsync(Write("BULAN;PAGU_AWAL;REALISASI", "2025-01;100;1"))).Delta.Unchanged.ShouldBe(1);
    }

    [Fact]
    public async Task Push_WhatTheServerRejected_IsNotSentAgainUntilItChanges()
    {
        await _client.PushProgressAsync(Write("BULAN;PAGU_AWAL;REALISASI;REVISI_KE", "2025-01;100;1;2"));
        var rejected = await _client.PushProgressAsync(Write("BULAN;PAGU_AWAL;REALISASI;REVISI_KE", "2025-02;100;1;1"));
        rejected.Findings.ShouldHaveSingleItem().Code.ShouldBe("PROGRESS_REVISION_WENT_BACK");
        (await File.ReadAllTextAsync(rejected.ReportFiles.ShouldHaveSingleItem())).ShouldContain("2025-02,100,1,1,");

        (await _client.PushProgressAsync(Write("BULAN;PAGU_AWAL;REALISASI;REVISI_KE", "2025-02;100;1;1"))).Delta.NotAppliedBefore.ShouldBe(1);
        (await _client.PushProgressAsync(Write("BULAN;PAGU_AWAL;REALISASI;REVISI_KE", "2025-02;100;1;2"))).Outcomes.Applied.ShouldBe(1);
    }

    [Fact]
    public async Task Push_APlan_IsRecognisedByItsColumns()
    {
        var targets = string.Join(';', Enumerable.Range(1, 12).Select(m => $"TARGET_{m:00}"));
        (await _client.PushProgressAsync(Write($"TAHUN;{targets}", "2025;10;20;30;40;50;60;70;80;90;100;110;120"))).Outcomes.Applied.ShouldBe(1);
        await _client.PushProgressAsync(Write("BULAN;PAGU_AWAL;REALISASI", "2025-06;120;59"));

        var standing = (await _client.ProgressAsync("2025-06")).Offices[0].Standing;
        (standing.Planned, standing.UnderPlan, standing.Expected).ShouldBe((60, true, 119));
    }

    // A program wrote the formula and nobody calculated it: the cell would read as nothing. Libraries write it in either form.
    [Theory]
    [InlineData("""<c r="C2"><f>SUM(1,2)</f></c>""")]
    [InlineData("""<c r="C2"><f>SUM(1,2)</f><v></v></c>""")]
    public async Task Push_ASpreadsheetWithAFormulaWithoutValue_NamesTheCell(string cell)
    {
        var report = await _client.PushProgressAsync(WriteXlsx(cell));

        report.Outcomes.Sum.ShouldBe(0);
        report.Findings.Select(f => (f.Row, f.Column, f.Code)).ShouldBe([(2, "REALISASI", "FORMULA_WITHOUT_VALUE")]);
    }

    [Fact]
    public async Task Push_ASpreadsheetWithACalculatedFormula_TakesItsValue()
    {
        (await _client.PushProgressAsync(WriteXlsx("""<c r="C2"><f>SUM(1,2)</f><v>3</v></c>"""))).Outcomes.Applied.ShouldBe(1);
        (await _client.ProgressAsync("2025-01")).Offices[0].Report.Budget.Realised.ShouldBe(3);
    }

    [Fact]
    public async Task Push_ASpreadsheetWithMillionsAndAFraction_IsNotTakenForThousands()
    {
        (await _client.PushProgressAsync(WriteXlsx("""<c r="C2"><v>12.125</v></c>"""))).Findings.ShouldHaveSingleItem().Code.ShouldBe("AMOUNT_HAS_FRACTION");
    }

    [Fact]
    public async Task Push_MonthsInAnyOrder_AreSentInTheirOwn()
    {
        var report = await _client.PushProgressAsync(Write("BULAN;PAGU_AWAL;REALISASI;REVISI_KE", "2025-10;100;9;2", "2025-08;100;8;1"));
        (report.Outcomes.Applied, report.FindingsTotal).ShouldBe((2, 0));
        report = await _client.PushProgressAsync(Write("BULAN;PAGU_AWAL;REALISASI;REVISI_KE", "2025-09;100;9;3"));
        report.Findings.ShouldHaveSingleItem().Code.ShouldBe("PROGRESS_REVISION_WENT_BACK");
    }

    [Fact]
    public async Task Push_SixCommissioners_WarnsOnce()
    {
        var report = await _client.PushProgressAsync(Write("BULAN;PAGU_AWAL;REALISASI;ANGGOTA", "2025-01;100;1;6"));
        (report.Outcomes.Applied, report.FindingsTotal).ShouldBe((1, 1));
    }

    [Fact]
    public async Task Push_OnePartOverItsCeiling_NamesItsColumn()
    {
        var report = await _client.PushProgressAsync(Write("BULAN;PAGU_AWAL;REALISASI;PAGU_51;REALISASI_51;PAGU_53;REALISASI_53", "2025-01;100;50;90;39;10;11"));
        report.Findings.Select(f => (f.Column, f.Code)).ShouldBe([("REALISASI_53", "PROGRESS_PART_OVER_CEILING")]);
    }

    [Fact]
    public async Task Push_ARevisionAskedForWithoutItsCeiling_IsNotARequestForNothing()
    {
        var report = await _client.PushProgressAsync(Write("BULAN;PAGU_AWAL;REALISASI;REVISI_DIAJUKAN;PAGU_DIAJUKAN", "2025-01;100;50;2025-01-05;"));
        report.Findings.Select(f => (f.Column, f.Code)).ShouldBe([("PAGU_DIAJUKAN", "FIELD_REQUIRED")]);
    }

    [Fact]
    public async Task Push_WithoutALine_WaitsInTheOutboxAndGoesWithTheNextPush()
    {
        var impatient = await _world.InitAsync(change: o => o with { RetryFor = TimeSpan.FromMilliseconds(50) });
        await _world.StopServerAsync();
        var waiting = await impatient.PushProgressAsync(Write("BULAN;PAGU_AWAL;REALISASI", "2025-01;100;1"));
        (waiting.Unreachable is not null, waiting.ChangesWaiting).ShouldBe((true, 1));

        await _world.StartServerAsync();
        await _world.FollowServerAsync(_client);
        (await _client.ResumeAsync()).Outcomes.Applied.ShouldBe(1);
    }

    [Fact]
    public async Task History_AfterACorrection_HasBothVersions()
    {
        await _client.PushProgressAsync(Write("BULAN;PAGU_AWAL;REALISASI", "2025-01;100;1"));
        await _client.PushProgressAsync(new Dictionary<string, string> { ["BULAN"] = "2025-01", ["PAGU_AWAL"] = "100", ["REALISASI"] = "2" });

        var versions = await _client.ListReportVersionsAsync("2025-01");
        versions.Select(v => v.Report.Budget.Realised).ShouldBe([2, 1]);
        versions.ShouldAllBe(v => v.Actor.Length > 0 && v.CommitTime != null);
    }

    [Fact]
    public async Task Revert_ABatchWithAReport_LeavesTheReport()
    {
        await _client.PushProgressAsync(Write("BULAN;PAGU_AWAL;REALISASI", "2025-01;100;1"));
        var plan = await _client.PlanRevertAsync("1");
        (plan.Changes.Count, plan.Untouched).ShouldBe((0, 1));
        (await _client.VerifyAuditAsync()).Faults.ShouldBeEmpty();
    }

    private string Write(params string[] lines) => _world.Files.Write("progres.csv", string.Join("\n", lines) + "\n");

    // The smallest workbook with a month of which one cell is given.
    private string WriteXlsx(string cell)
    {
        const string main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        const string relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        const string package = "http://schemas.openxmlformats.org/package/2006/relationships";
        var path = _world.Files.File("progres.xlsx");
        using var zip = new ZipArchive(File.Create(path), ZipArchiveMode.Create);
        Add("[Content_Types].xml",
            """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>""");
        Add("_rels/.rels", $"""<Relationships xmlns="{package}"><Relationship Id="r1" Type="{relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
        Add("xl/workbook.xml", $"""<workbook xmlns="{main}" xmlns:r="{relations}"><sheets><sheet name="Progres" sheetId="1" r:id="r1"/></sheets></workbook>""");
        Add("xl/_rels/workbook.xml.rels", $"""<Relationships xmlns="{package}"><Relationship Id="r1" Type="{relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>""");
        Add("xl/worksheets/sheet1.xml",
            $"""<worksheet xmlns="{main}"><sheetData><row r="1">{Text("A1", "BULAN")}{Text("B1", "PAGU_AWAL")}{Text("C1", "REALISASI")}</row><row r="2">{Text("A2", "2025-01")}<c r="B2"><v>100</v></c>{cell}</row></sheetData></worksheet>""");
        return path;

        void Add(string name, string content)
        {
            using var writer = new StreamWriter(zip.CreateEntry(name).Open());
            writer.Write(content);
        }

        static string Text(string place, string text) => $"""<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>""";
    }
}
