using System.Text.Json;
using Google.Protobuf;
using KpuSync.Cli.Commands;
using KpuSync.Cli.Texts;
using KpuSync.Contracts.V1;

namespace KpuSync.Cli.Output;

/// <summary>Shows what is held about a person: in full, since it is that person's own.</summary>
internal static class SubjectView
{
    public static int Print(CommandContext context, IReadOnlyList<ReadSubjectResponse> found)
    {
        context.Print(() => found.Select(DocumentOf), () => PrintText(context, found));
        return ExitCode.Ok;
    }

    private static JsonElement DocumentOf(ReadSubjectResponse record) => JsonDocument.Parse(JsonFormatter.Default.Format(record)).RootElement;

    private static void PrintText(CommandContext context, IReadOnlyList<ReadSubjectResponse> found)
    {
        Print(context, SettlingTexts.SubjectRegistrations, found.Select(f => f.Registration).OfType<SubjectRegistration>(), LineOf);
        Print(context, SettlingTexts.SubjectEntries, found.Select(f => f.Entry).OfType<SubjectEntry>(), e => LineOf(context, e));
        Print(context, SettlingTexts.SubjectClaims, found.Select(f => f.Claim).OfType<SubjectClaim>(), c => $"{c.OwnerOfficeCode}  {c.Claim.ClaimId}  {c.Claim.Kind}  {c.Claim.State}");
        Print(context, SettlingTexts.SubjectCases, found.Select(f => f.DuplicateCase).OfType<CaseNotice>(), c => $"{c.CaseId}  {c.Class}  {c.State}");
        Print(context, SettlingTexts.SubjectReadings, found.Select(f => f.Reading).OfType<SubjectReading>(), r =>
            $"{Times.Local(context.Environment, r.ReadTime.ToDateTimeOffset())}  {r.OfficeCode}  {r.Role}  {r.CredentialId}  {r.Call}  {r.Range}");
    }

    private static void Print<T>(CommandContext context, Text heading, IEnumerable<T> records, Func<T, string> line)
    {
        var all = records.ToList();
        context.Screen.Heading(context.T(heading, context.Language.Number(all.Count)));
        foreach (var record in all)
            context.Screen.Line("  " + line(record));
    }

    private static string LineOf(SubjectRegistration registration)
    {
        var voter = registration.Voter;
        var state = registration.Ground is RemovalGround.Unspecified ? "" : $"  TMS {registration.Ground}";
        return $"{registration.OfficeCode}  {voter.Nik}  {voter.Nkk}  {voter.Name}  {voter.BirthPlace}, {voter.BirthDate}  {voter.VillageCode} TPS {voter.PollingStation}{state}";
    }

    private static string LineOf(CommandContext context, SubjectEntry entry) =>
        $"{entry.OfficeCode} {entry.Position}:{entry.Index}  {Times.Local(context.Environment, entry.CommitTime.ToDateTimeOffset())}  {entry.Change.KindCase}  {entry.Status}  {entry.Actor}";
}
