using System.Globalization;
using KpuSync.Cli.Texts;
using KpuSync.Contracts.V1;
using KpuSync.Rules.Values;

namespace KpuSync.Cli.Output;

/// <summary>Names changes and what came of them for people: enough to find the record, identity numbers masked.</summary>
internal static class ChangeNames
{
    private const int DigitsShown = 4;

    /// <summary>Who or what a change is about.</summary>
    public static string About(Change? change) => change?.KindCase switch
    {
        Change.KindOneofCase.VoterUpsert => Person(change.VoterUpsert.Voter?.Name, change.VoterUpsert.Voter?.Nik),
        Change.KindOneofCase.VoterNikChange => Person(change.VoterNikChange.Voter?.Name, change.VoterNikChange.Voter?.Nik),
        Change.KindOneofCase.VoterRemoval => Masked(change.VoterRemoval.Nik),
        Change.KindOneofCase.VoterClaim => $"{Masked(change.VoterClaim.Nik)}, {change.VoterClaim.OwnerOfficeCode}",
        Change.KindOneofCase.PartyProfile => Party(change.PartyProfile.PartyNumber, change.PartyProfile.Abbreviation),
        Change.KindOneofCase.PartyManagement => Party(change.PartyManagement.PartyNumber, change.PartyManagement.AreaCode),
        Change.KindOneofCase.PartyOffice => Party(change.PartyOffice.PartyNumber, change.PartyOffice.AreaCode),
        Change.KindOneofCase.PartyAccount => Party(change.PartyAccount.PartyNumber, change.PartyAccount.AreaCode),
        Change.KindOneofCase.PartyMember => Party(change.PartyMember.PartyNumber, $"{change.PartyMember.CardNumber}, {change.PartyMember.Name}"),
        Change.KindOneofCase.PartyMemberRemoval => Party(change.PartyMemberRemoval.PartyNumber, change.PartyMemberRemoval.CardNumber),
        Change.KindOneofCase.MembershipStatement => Masked(change.MembershipStatement.Nik),
        Change.KindOneofCase.NameComplaint => Party(change.NameComplaint.PartyNumber, Masked(change.NameComplaint.Nik)),
        Change.KindOneofCase.ProgressReport => change.ProgressReport.Month,
        Change.KindOneofCase.ProgressPlan => change.ProgressPlan.Year.ToString(CultureInfo.InvariantCulture),
        _ => "-",
    };

    /// <summary>An identity number as it may be shown: the server may have masked it already, and one that was parked may be none.</summary>
    public static string Masked(string number) => Nik.TryParse(number, out var nik)
        ? nik.ToString()
        : number.Contains('*', StringComparison.Ordinal) || number.Length <= DigitsShown
            ? number
            : number[..DigitsShown] + new string('*', number.Length - DigitsShown);

    /// <summary>What came of a change.</summary>
    public static Text TextOf(OutcomeStatus status) => status switch
    {
        OutcomeStatus.Applied => ReportTexts.Applied,
        OutcomeStatus.Unchanged => ReportTexts.Unchanged,
        OutcomeStatus.Held => ReportTexts.Held,
        OutcomeStatus.Conflict => ReportTexts.Conflict,
        OutcomeStatus.NotApplied => ReportTexts.NotApplied,
        OutcomeStatus.Superseded => ReportTexts.Superseded,
        _ => ReportTexts.Rejected,
    };

    /// <summary>Where a change that was parked stands.</summary>
    public static Text TextOf(FailedState state) => state switch
    {
        FailedState.Quarantined => FailedTexts.Quarantine,
        FailedState.Replayed => FailedTexts.Replayed,
        FailedState.Superseded => FailedTexts.Superseded,
        FailedState.Discarded => FailedTexts.Discarded,
        _ => FailedTexts.Parked,
    };

    /// <summary>A batch as the commands take it: <c>5201:17</c>.</summary>
    public static string Of(FailedBatchRef batch) => string.Create(CultureInfo.InvariantCulture, $"{batch.OfficeCode}:{batch.Position}");

    private static string Person(string? name, string? number) =>
        string.Join(", ", new[] { name ?? "", Masked(number ?? "") }.Where(part => part.Length > 0));

    private static string Party(int number, string what) => string.Create(CultureInfo.InvariantCulture, $"{number}: {what}");
}
