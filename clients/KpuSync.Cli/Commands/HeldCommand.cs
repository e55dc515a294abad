using System.CommandLine;
using System.Globalization;
using KpuSync.Cli.Output;
using KpuSync.Cli.Texts;
using KpuSync.Contracts.V1;

namespace KpuSync.Cli.Commands;

/// <summary><c>kpusync held</c>: what waits for somebody, and how it is settled.</summary>
internal static class HeldCommand
{
    private static readonly Dictionary<string, VerificationMethod> Methods = new(StringComparer.OrdinalIgnoreCase)
    {
        ["coktas"] = VerificationMethod.LimitedMatching,
        ["door"] = VerificationMethod.DoorToDoor,
        ["dukcapil"] = VerificationMethod.CivilRegistry,
    };

    public static Command Build(SharedOptions shared)
    {
        var office = new Option<string?>("--office") { Description = shared.T(SettlingTexts.Office), HelpName = "5201", Recursive = true };
        var all = new Option<bool>("--all") { Description = shared.T(SettlingTexts.All) };
        var command = shared.Command("held", SettlingTexts.Held, async (parsed, context, cancellation) => HeldView.PrintList(
            context,
            await context.Client.ListHoldsAsync(parsed.GetValue(office), cancellation),
            await context.Client.ListClaimsAsync(parsed.GetValue(office), parsed.GetValue(all), cancellation)));
        command.Options.Add(office);
        command.Options.Add(all);
        command.Subcommands.Add(BuildVerify(shared, office));
        command.Subcommands.Add(BuildReject(shared, office));
        command.Subcommands.Add(BuildAnswer(shared, office, "confirm", SettlingTexts.HeldConfirm, isConfirmed: true));
        command.Subcommands.Add(BuildAnswer(shared, office, "deny", SettlingTexts.HeldDeny, isConfirmed: false));
        return command;
    }

    private static Command BuildVerify(SharedOptions shared, Option<string?> office)
    {
        var id = PlaceArgument(shared);
        var method = new Option<string>("--method") { Description = shared.T(SettlingTexts.Method), HelpName = "coktas", Required = true };
        method.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } name && !Methods.ContainsKey(name))
                result.AddError(SettlingTexts.ChoiceUnknown.In(shared.Language, name, "--method", string.Join(", ", Methods.Keys)));
        });
        var officer = new Option<string>("--officer") { Description = shared.T(SettlingTexts.Officer), HelpName = "NAMA", Required = true };
        var date = new Option<string>("--date") { Description = shared.T(SettlingTexts.Date), HelpName = "YYYY-MM-DD", Required = true };
        var document = new Option<string>("--document") { Description = shared.T(SettlingTexts.Document), HelpName = "NOMOR", Required = true };
        var command = shared.Command("verify", SettlingTexts.HeldVerify, async (parsed, context, cancellation) =>
        {
            var verification = new Verification
            {
                Method = Methods[parsed.GetRequiredValue(method)],
                Officer = parsed.GetRequiredValue(officer),
                Date = parsed.GetRequiredValue(date),
                Document = parsed.GetRequiredValue(document),
            };
            TryPlace(parsed.GetRequiredValue(id), out var held);
            return HeldView.PrintSettled(context, await context.Client.VerifyHoldAsync(held, verification, parsed.GetValue(office), cancellation));
        });
        command.Arguments.Add(id);
        foreach (var option in new[] { method, officer, date, document })
            command.Options.Add(option);
        return command;
    }

    private static Command BuildReject(SharedOptions shared, Option<string?> office)
    {
        var id = PlaceArgument(shared);
        var reason = new Option<string>("--reason") { Description = shared.T(SettlingTexts.Reason), HelpName = "ALASAN", Required = true };
        var command = shared.Command("reject", SettlingTexts.HeldReject, async (parsed, context, cancellation) =>
        {
            TryPlace(parsed.GetRequiredValue(id), out var held);
            return HeldView.PrintSettled(context, await context.Client.RejectHoldAsync(held, parsed.GetRequiredValue(reason), parsed.GetValue(office), cancellation));
        });
        command.Arguments.Add(id);
        command.Options.Add(reason);
        return command;
    }

    private static Command BuildAnswer(SharedOptions shared, Option<string?> office, string name, Text description, bool isConfirmed)
    {
        var id = new Argument<string>("CLAIM") { Description = shared.T(SettlingTexts.ClaimId) };
        var reason = new Option<string?>("--reason") { Description = shared.T(SettlingTexts.Reason), HelpName = "ALASAN" };
        var command = shared.Command(name, description, async (parsed, context, cancellation) => HeldView.PrintSettled(
            context,
            await context.Client.AnswerClaimAsync(parsed.GetRequiredValue(id), isConfirmed, parsed.GetValue(reason) ?? "", parsed.GetValue(office), cancellation)));
        command.Arguments.Add(id);
        command.Options.Add(reason);
        return command;
    }

    private static Argument<string> PlaceArgument(SharedOptions shared)
    {
        var id = new Argument<string>("ID") { Description = shared.T(SettlingTexts.HeldId) };
        id.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } text && !TryPlace(text, out _))
                result.AddError(SettlingTexts.PlaceMalformed.In(shared.Language, text));
        });
        return id;
    }

    private static bool TryPlace(string text, out EntryRef place)
    {
        place = new EntryRef();
        var parts = text.Split(':');
        if (parts.Length != 2
            || !long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var position)
            || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var index))
        {
            return false;
        }

        (place.Position, place.Index) = (position, index);
        return true;
    }
}
