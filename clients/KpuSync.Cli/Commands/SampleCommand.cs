using System.CommandLine;
using KpuSync.Cli.Output;
using KpuSync.Cli.Texts;
using KpuSync.Rules.Regions;
using KpuSync.Samples;
using KpuSync.Samples.Places;

namespace KpuSync.Cli.Commands;

/// <summary><c>kpusync sample</c>: synthetic exports to try things with.</summary>
internal static class SampleCommand
{
    private const int VotersMax = 250_000_000;

    public static Command Build(SharedOptions shared)
    {
        var output = new Option<string>("--out") { Description = shared.T(CommandTexts.SampleOut), HelpName = "DIR", Required = true };
        var voters = new Option<int>("--voters") { Description = shared.T(CommandTexts.SampleVoters), HelpName = "N", DefaultValueFactory = _ => 50_000 };
        var seed = new Option<ulong>("--seed") { Description = shared.T(CommandTexts.SampleSeed), HelpName = "S", DefaultValueFactory = _ => 2025 };
        var rounds = new Option<int>("--rounds") { Description = shared.T(CommandTexts.SampleRounds), HelpName = "1|2", DefaultValueFactory = _ => 1 };
        var offices = new Option<string?>("--offices") { Description = shared.T(CommandTexts.SampleOffices), HelpName = "5201,..." };
        var xlsx = new Option<bool>("--xlsx") { Description = shared.T(CommandTexts.SampleXlsx) };
        Limit(voters, 1, VotersMax);
        Limit(rounds, 1, 2);
        offices.Validators.Add(result =>
        {
            if (Codes(result.GetValueOrDefault<string?>()).FirstOrDefault(c => !RegionCatalogue.Default.ContainsRegency(c)) is { } wrong)
                result.AddError(UsageTexts.OfficeMalformed.In(shared.Language, wrong));
        });
        var command = shared.Command("sample", CommandTexts.Sample, async (parsed, context, cancellation) =>
        {
            var options = new SampleOptions
            {
                Directory = Path.GetFullPath(parsed.GetRequiredValue(output)),
                Voters = parsed.GetValue(voters),
                Seed = parsed.GetValue(seed),
                Rounds = parsed.GetValue(rounds),
                Offices = SharesOf(parsed.GetValue(offices)),
                Format = parsed.GetValue(xlsx) ? SampleFormat.Xlsx : SampleFormat.Csv,
            };
            var started = context.Environment.Time.GetTimestamp();
            var truth = await Task.Run(() => SampleWriter.Write(options, cancellation: cancellation), cancellation);
            return SampleView.Print(context, options, truth, context.Environment.Time.GetElapsedTime(started));
        });
        foreach (var option in new Option[] { output, voters, seed, rounds, offices, xlsx })
            command.Options.Add(option);
        return command;

        void Limit(Option<int> option, int low, int high) => option.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !(int.TryParse(token.Value, out var number) && number >= low && number <= high))
                result.AddError(UsageTexts.NumberOutOfRange.In(shared.Language, option.Name, low, high));
        });
    }

    private static string[] Codes(string? list) => list?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    // An office without a known size weighs as much as a middling one.
    private static IReadOnlyList<OfficeShare> SharesOf(string? list) => Codes(list).Distinct().ToArray() is { Length: > 0 } codes
        ? [.. codes.Select(c => OfficeShare.Default.FirstOrDefault(s => s.Office == c) ?? new OfficeShare(c, 400_000))]
        : OfficeShare.Default;
}
