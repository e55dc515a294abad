using KpuSync.Contracts.V1;
using KpuSync.Core.Store;
using KpuSync.TestKit;
using KpuSync.TestKit.Changes;
using KpuSync.TestKit.Stores;

namespace KpuSync.Core.Tests;

/// <summary>The service is no oracle: what a caller gets, and what the database is asked for, do not depend on who is registered elsewhere.</summary>
public sealed class PrivacyTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly List<string> _asked = [];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("new voter")]
    [InlineData("removal")]
    [InlineData("claim")]
    [InlineData("moved in")]
    public async Task Push_NumberKnownElsewhereOrNowhere_AnswersAndAsksAlike(string kind)
    {
        await using var core = await TestCore.OpenAsync(_folder.File("kpusync.db"), around: store => CallLog<ILedgerStore>.Around(store, _asked));
        await core.PushAsync(BatchExamples.With(1, BatchExamples.Producer, "5202", [VoterExamples.New(1, "5202")]));

        var known = await AskAsync(core, 1, ChangeOf(kind, VoterExamples.NikOf(1, "5202")));
        var unknown = await AskAsync(core, 2, ChangeOf(kind, VoterExamples.NikOf(2, "5202")));

        known.Receipt.ShouldBe(unknown.Receipt);
        known.Asked.ShouldBe(unknown.Asked);
        known.Asked.ShouldContain(call => call.StartsWith("BeginGroupAsync", StringComparison.Ordinal) && call.Contains("5201: 1 people", StringComparison.Ordinal));
    }

    private async Task<(string Receipt, IReadOnlyList<string> Asked)> AskAsync(TestCore core, long sequence, Change change)
    {
        _asked.Clear();
        var receipt = (await core.PushAsync(BatchExamples.Of(sequence, change))).Value.Receipt;
        return ($"{receipt.Counts} {receipt.Outcomes}", [.. _asked]);
    }

    private static Change ChangeOf(string kind, string nik)
    {
        var record = VoterExamples.Record(1);
        record.Nik = nik;
        return kind switch
        {
            "removal" => VoterExamples.Remove(nik),
            "claim" => new Change { VoterClaim = new VoterClaim { Nik = nik, OwnerOfficeCode = "5202" } },
            "moved in" => new Change { VoterUpsert = new VoterUpsert { Reason = UpsertReason.NewMovedIn, Voter = record, PreviousOfficeCode = "5202" } },
            _ => VoterExamples.Upsert(record),
        };
    }
}
