using System.CommandLine;
using KpuSync.Cli.Output;
using KpuSync.Cli.Texts;
using KpuSync.Rules.Parties;

namespace KpuSync.Cli.Commands;

/// <summary><c>kpusync party statement</c> and <c>party complaint</c>: what a person told the office, by options.</summary>
internal static class PartyRecordCommand
{
    /// <summary>A clarification of somebody who is in the lists of two parties.</summary>
    public static Command BuildStatement(SharedOptions shared)
    {
        var (party, nik, date, document) = (PartyOption(shared, PartyTexts.StatementParty, first: 0), NikOption(shared), DateOption(shared), DocumentOption(shared));
        return Build(shared, "statement", PartyTexts.Statement, ("PARTAI", party), ("NIK", nik), ("TGL_KLARIFIKASI", date), ("DOKUMEN", document));
    }

    /// <summary>A complaint that a party lists somebody without consent.</summary>
    public static Command BuildComplaint(SharedOptions shared)
    {
        var (party, nik, date, document) = (PartyOption(shared, PartyTexts.Party, first: PartyNumber.Min), NikOption(shared), DateOption(shared), DocumentOption(shared));
        var finding = new Option<string>("--finding") { Description = shared.T(PartyTexts.Finding), HelpName = "...", DefaultValueFactory = _ => "DIPERIKSA" };
        return Build(
            shared, "complaint", PartyTexts.Complaint, ("PARTAI", party), ("NIK", nik), ("TGL_ADUAN", date), ("HASIL_ADUAN", finding), ("DOKUMEN", document));
    }

    private static Command Build(SharedOptions shared, string name, Text description, params (string Column, Option<string> Option)[] cells)
    {
        var command = shared.Command(name, description, async (parsed, context, cancellation) =>
        {
            var given = cells.ToDictionary(c => c.Column, c => parsed.GetRequiredValue(c.Option));
            return PushView.Print(context, await context.WithProgressAsync(progress => context.Client.PushPartyAsync(given, progress, cancellation)));
        });
        foreach (var (_, option) in cells)
            command.Options.Add(option);
        return command;
    }

    private static Option<string> PartyOption(SharedOptions shared, Text description, int first)
    {
        var party = new Option<string>("--party") { Description = shared.T(description), HelpName = "6", Required = true };
        party.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } text && !(int.TryParse(text, out var number) && number >= first && number <= PartyNumber.Max))
                result.AddError(UsageTexts.NumberOutOfRange.In(shared.Language, "--party", first, PartyNumber.Max));
        });
        return party;
    }

    private static Option<string> NikOption(SharedOptions shared) => new("--nik") { Description = shared.T(PartyTexts.PersonNik), HelpName = "NIK", Required = true };

    private static Option<string> DateOption(SharedOptions shared) => new("--date") { Description = shared.T(PartyTexts.PaperDate), HelpName = "YYYY-MM-DD", Required = true };

    private static Option<string> DocumentOption(SharedOptions shared) =>
        new("--document") { Description = shared.T(PartyTexts.PaperDocument), HelpName = "NUMBER", Required = true };
}
