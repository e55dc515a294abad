using KpuSync.Client.Tests.Support;
using KpuSync.Contracts.V1;

namespace KpuSync.Client.Tests.Delta;

public sealed class DeltaTests : IDisposable
{
    private readonly TempDirectory _directory = new();
    private readonly ModelOffice _office;

    public DeltaTests() => _office = new ModelOffice(_directory.Root);

    public void Dispose()
    {
        _office.Dispose();
        _directory.Dispose();
    }

    [Fact]
    public void Push_SameExportAgain_SendsNothing()
    {
        var path = Write(Voters.Row(1), Voters.Row(2), Voters.Row(3, ket: "B"));
        _office.Push(path).Upserts.ShouldBe(3);
        _office.Push(path).ShouldSatisfyAllConditions(c => c.Changes.ShouldBe(0), c => c.Unchanged.ShouldBe(3));
    }

    [Fact]
    public void Push_SameRecordInOtherWords_SendsNothing()
    {
        _office.Push(Write(Voters.Row(1, name: "SITI AMINAH", birthDate: "12|01|1987")));
        var again = Write(Voters.Row(1, name: " siti  aminah", birthDate: "1987-01-12"));
        _office.Push(again).Changes.ShouldBe(0);
        _office.Push(again).Changes.ShouldBe(0);
    }

    [Fact]
    public void Push_RowGoneFromAPartialExport_RemovesNobody()
    {
        _office.Push(Write(Voters.Row(1), Voters.Row(2)));
        _office.Push(Write(Voters.Row(1))).Changes.ShouldBe(0);
        _office.Register.Count.ShouldBe(2);
    }

    [Fact]
    public void Push_RowGoneFromACompleteExport_RemovesOnTheGround()
    {
        _office.Push(Write(Voters.Row(1), Voters.Row(2)));
        _office.Push(Write(Voters.Row(1)), Complete()).Gone.ShouldBe(1);
        _office.Sent.ShouldHaveSingleItem().VoterRemoval.Ground.ShouldBe(RemovalGround.MovedAway);
        _office.Register.Keys.ShouldBe([Voters.Nik(1)]);
    }

    // A row that may mean anybody: nobody is removed because of it, and the operator is told.
    [Fact]
    public void Push_CompleteExportWithARowOfNobody_RemovesNobodyAndSaysSo()
    {
        _office.Push(Write(Voters.Row(1), Voters.Row(2)));
        var nobody = Voters.Row(2).Replace(Voters.Nik(2), "", StringComparison.Ordinal);

        _office.Push(Write(Voters.Row(1), nobody), Complete()).Gone.ShouldBe(0);

        _office.Findings.Select(f => f.Code).ShouldContain("GONE_UNCERTAIN");
        _office.Register.Count.ShouldBe(2);
    }

    // A digit that got lost is a mistake in the row, not a removal of the voter.
    [Fact]
    public void Push_CompleteExportWithAMistypedNik_DoesNotRemoveItsVoter()
    {
        _office.Push(Write(Voters.Row(1), Voters.Row(2)));
        _office.Push(Write(Voters.Row(1), Voters.Row(2).Replace(Voters.Nik(2), Voters.Nik(2)[..15], StringComparison.Ordinal)), Complete())
            .ShouldSatisfyAllConditions(c => c.Gone.ShouldBe(0), c => c.Unreadable.ShouldBe(1));
        _office.Findings.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            f => f.Code.ShouldBe("NIK_MALFORMED"),
            f => f.Row.ShouldBe(3),
            f => f.Column.ShouldBe("NIK"));
    }

    [Fact]
    public void Push_MoreThanTwoPercentRemoved_StopsWithCountsByVillageAndJournalsNothing()
    {
        _office.Push(Write([.. Enumerable.Range(1, 10).Select(n => Voters.Row(n))]));
        var half = Write([.. Enumerable.Range(1, 5).Select(n => Voters.Row(n))]);
        var e = Should.Throw<MassRemovalException>(() => _office.Push(half, Complete() with { ConfirmMassRemoval = false }));
        e.Removals.ShouldBe(5);
        e.Active.ShouldBe(10);
        e.Villages.ShouldHaveSingleItem().ShouldSatisfyAllConditions(v => v.VillageCode.ShouldBe("5201012002"), v => v.Removals.ShouldBe(5));
        _office.Push(half).Changes.ShouldBe(0);
        _office.Register.Count.ShouldBe(10);
    }

    [Fact]
    public void Push_RemovalRows_CountTowardsTheStop()
    {
        _office.Push(Write([.. Enumerable.Range(1, 10).Select(n => Voters.Row(n))]));
        Should.Throw<MassRemovalException>(() => _office.Push(Write(Voters.Row(1, ket: "1")), new PushOptions()));
    }

    [Fact]
    public void Push_RemovalRowAgain_IsNotSentAgain()
    {
        _office.Push(Write(Voters.Row(1), Voters.Row(2)));
        var removal = Write(Voters.Row(1, ket: "1"), Voters.Row(2));
        _office.Push(removal).Removals.ShouldBe(1);
        _office.Push(removal).Changes.ShouldBe(0);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Push_EightAndBRows_AreOneChangeInAnyOrder(bool eightFirst)
    {
        _office.Push(Write(Voters.Row(1, tps: "001")));
        string[] rows = [Voters.Row(1, ket: "8", tps: "001"), Voters.Row(1, ket: "B", tps: "007")];
        var path = Write(eightFirst ? rows : [rows[1], rows[0]]);
        _office.Push(path).Upserts.ShouldBe(1);
        _office.Sent.ShouldHaveSingleItem().VoterUpsert.ShouldSatisfyAllConditions(
            u => u.Reason.ShouldBe(UpsertReason.PollingStationCorrected),
            u => u.Voter.PollingStation.ShouldBe(7));
        _office.Push(path).Changes.ShouldBe(0);
    }

    [Fact]
    public void Push_EightWithoutB_IsNamed()
    {
        _office.Push(Write(Voters.Row(1, ket: "8"))).Changes.ShouldBe(0);
        _office.Findings.ShouldHaveSingleItem().Code.ShouldBe("KET_8_WITHOUT_B");
    }

    [Fact]
    public void Push_NikTwice_NamesBothRowsAndSendsNeither()
    {
        _office.Push(Write(Voters.Row(1), Voters.Row(2), Voters.Row(1, name: "BUDI"))).Upserts.ShouldBe(1);
        _office.Findings.Select(f => (f.Code, f.Row, f.OtherRow)).ShouldBe([("NIK_REPEATED", 2, 4), ("NIK_REPEATED", 4, 2)]);
        _office.Register.Keys.ShouldBe([Voters.Nik(2)]);
    }

    [Fact]
    public void Push_DpidKnownUnderANikThatIsGone_IsAChangeOfNik()
    {
        _office.Push(Write(Voters.Row(1, dpid: "77"), Voters.Row(2, dpid: "78")));
        _office.Push(Write(Voters.Row(3, dpid: "77"), Voters.Row(2, dpid: "78")), Complete()).ShouldSatisfyAllConditions(
            c => c.NikChanges.ShouldBe(1),
            c => c.Gone.ShouldBe(0));
        _office.Register.Keys.ShouldBe([Voters.Nik(3), Voters.Nik(2)], ignoreOrder: true);
    }

    [Fact]
    public void Push_DpidKnownUnderANikThatIsStillThere_IsANewVoter()
    {
        _office.Push(Write(Voters.Row(1, dpid: "77")));
        _office.Push(Write(Voters.Row(1, dpid: "77"), Voters.Row(3, dpid: "77"))).NikChanges.ShouldBe(0);
        _office.Register.Count.ShouldBe(2);
    }

    [Fact]
    public void Push_OldNikColumn_IsAChangeOfNikOnce()
    {
        _office.Push(Write(Voters.Row(1)));
        var path = _directory.Write("b.csv", $"{Voters.Header},NIK_LAMA\n{Voters.Row(3)},{Voters.Nik(1)}\n");
        _office.Push(path).NikChanges.ShouldBe(1);
        _office.Push(path).Changes.ShouldBe(0);
        _office.Register.Keys.ShouldBe([Voters.Nik(3)]);
    }

    [Fact]
    public void Push_OptionalColumns_BecomeReasonOriginAndVerification()
    {
        var path = _directory.Write("b.csv", $"""
            {Voters.Header},JENIS_BARU,KAB_ASAL,VERIF_METODE,VERIF_PETUGAS,VERIF_TGL,VERIF_DOKUMEN,TGL_BERLAKU
            {Voters.Row(1, ket: "B")},pindah masuk,52.02,COKTAS,PANITIA,01|02|2025,BA 1,2025-03-04
            {Voters.Row(2, ket: "B")},pemula,,,,,,
            """);
        _office.Push(path).Upserts.ShouldBe(2);
        var moved = _office.Sent[0];
        moved.EffectiveDate.ShouldBe("2025-03-04");
        moved.VoterUpsert.Reason.ShouldBe(UpsertReason.NewMovedIn);
        moved.VoterUpsert.PreviousOfficeCode.ShouldBe("5202");
        moved.VoterUpsert.Verification.ShouldBe(new Verification
        {
            Method = VerificationMethod.LimitedMatching,
            Officer = "PANITIA",
            Date = "2025-02-01",
            Document = "BA 1",
        });
        _office.Sent[1].VoterUpsert.Reason.ShouldBe(UpsertReason.NewFirstTime);
    }

    [Fact]
    public void Push_OpeningBalance_LoadsTheListUnderItsMinutes()
    {
        _office.Push(Write(Voters.Row(1)), new PushOptions { OpeningBalance = true, MinutesNumber = "26/PL.01.2-BA/52/2025" });
        _office.Sent.ShouldHaveSingleItem().VoterUpsert.ShouldSatisfyAllConditions(
            u => u.Reason.ShouldBe(UpsertReason.OpeningBalance),
            u => u.MinutesNumber.ShouldBe("26/PL.01.2-BA/52/2025"));
    }

    [Fact]
    public void Push_RowNotAppliedBefore_IsReportedAgainAndNotSentAgain()
    {
        _office.Rejects = c => c.VoterUpsert.Voter.Name == "BUDI";
        var path = Write(Voters.Row(1, name: "BUDI"), Voters.Row(2));
        _office.Push(path);
        _office.Push(path).ShouldSatisfyAllConditions(c => c.Changes.ShouldBe(0), c => c.NotAppliedBefore.ShouldBe(1));
        _office.Findings.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            f => f.Again.ShouldBeTrue(),
            f => f.Row.ShouldBe(2),
            f => f.Column.ShouldBe("NAMA"),
            f => f.Place.ShouldBe(new ChangePlace(1, 0)));
    }

    [Fact]
    public void Push_MendedRow_CorrectsTheOneThatWasNotApplied()
    {
        _office.Rejects = c => c.VoterUpsert.Voter.Name == "BUDI";
        _office.Push(Write(Voters.Row(1, name: "BUDI"), Voters.Row(2)));
        _office.Push(Write(Voters.Row(1, name: "BUDIMAN"), Voters.Row(2)));
        _office.Sent.ShouldHaveSingleItem().Corrects.ShouldBe(new ChangeRef { Sequence = 1, Index = 0 });
    }

    // The NIK itself was the mistake, so the mended row shares neither NIK nor DPID with the one that was not applied: its place in the file does.
    [Fact]
    public void Push_MendedNikInTheSameRow_CorrectsTheOneThatWasNotApplied()
    {
        _office.Rejects = c => c.VoterUpsert.Voter.Nik == Voters.Nik(1);
        _office.Push(Write(Voters.Row(1), Voters.Row(2)));
        _office.Push(Write(Voters.Row(3), Voters.Row(2)));
        _office.Sent.ShouldHaveSingleItem().Corrects.ShouldBe(new ChangeRef { Sequence = 1, Index = 0 });
    }

    [Fact]
    public void Push_CorrectionColumn_NamesWhatTheRowMends()
    {
        var path = _directory.Write("b.csv", $"{Voters.Header},KOREKSI,ALASAN,REASON\n{Voters.Row(1)},12:3,apa saja,anything\n");
        _office.Push(path);
        _office.Sent.ShouldHaveSingleItem().Corrects.ShouldBe(new ChangeRef { Sequence = 12, Index = 3 });
    }

    [Theory]
    [InlineData("KECAMATAN,DESA", "GERUNG,DESA YANG TIDAK ADA", "VILLAGE_NOT_FOUND", "DESA")]
    [InlineData("KECAMATAN,DESA", "KECAMATAN YANG TIDAK ADA,GERUNG UTARA", "DISTRICT_NOT_FOUND", "DESA")]
    public void Push_PlaceThatDoesNotExist_IsNamedByRowAndColumn(string columns, string cells, string code, string column)
    {
        columns.ShouldBe("KECAMATAN,DESA");
        _office.Push(Write(Voters.Row(1).Replace("520101,5201012002", cells, StringComparison.Ordinal), Voters.Row(2))).Upserts.ShouldBe(1);
        _office.Findings.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            f => f.Code.ShouldBe(code), f => f.Row.ShouldBe(2), f => f.Column.ShouldBe(column));
    }

    [Fact]
    public void Push_DateThatDoesNotExist_IsNamedAndTheRestGoesOn()
    {
        _office.Push(Write(Voters.Row(1, birthDate: "31|02|1990"), Voters.Row(2))).Upserts.ShouldBe(1);
        _office.Findings.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            f => f.Code.ShouldBe("DATE_NOT_EXISTING"), f => f.Row.ShouldBe(2), f => f.Column.ShouldBe("TGL_LHR"));
    }

    [Fact]
    public void Push_Findings_NeverHoldPersonalData()
    {
        _office.Push(Write(Voters.Row(1, birthDate: "31|02|1990"), Voters.Row(2, name: "\"SITI"), Voters.Row(3), Voters.Row(3)));
        foreach (var finding in _office.Findings)
            $"{finding.Text.Indonesian}{finding.Text.English}{finding.Code}".ShouldNotContain("52010112", Case.Sensitive);
    }

    private static PushOptions Complete() => new() { Complete = true, GoneAs = RemovalGround.MovedAway, ConfirmMassRemoval = true };

    private string Write(params string[] rows) => _directory.Write("pemilih.csv", Voters.Export(rows));
}
