using System.CommandLine;
using System.Globalization;
using KpuSync.Cli.Texts;
using KpuSync.Contracts.V1;
using KpuSync.Rules.Regions;
using KpuSync.Rules.Values;
using Timestamp = Google.Protobuf.WellKnownTypes.Timestamp;

namespace KpuSync.Cli.Commands;

/// <summary>Which parked changes a command is about: options that narrow a range, and batches by name.</summary>
internal sealed class FailedSelection
{
    private const string DateForm = "yyyy-MM-dd";

    private static readonly Dictionary<string, FailedState> AllStates = new(StringComparer.OrdinalIgnoreCase)
    {
        ["parked"] = FailedState.Parked,
        ["quarantined"] = FailedState.Quarantined,
        ["replayed"] = FailedState.Replayed,
        ["superseded"] = FailedState.Superseded,
        ["discarded"] = FailedState.Discarded,
    };

    // What has been settled can be looked at, and nothing else.
    private static readonly Dictionary<string, FailedState> OpenStates =
        AllStates.Where(s => s.Value is FailedState.Parked or FailedState.Quarantined).ToDictionary(StringComparer.OrdinalIgnoreCase);

    private readonly Option<string?> _range;
    private readonly Option<string?> _code;
    private readonly Option<string?> _state;
    private readonly Option<string?> _since;
    private readonly Option<string?> _until;
    private readonly Option<int[]> _indexes;
    private readonly Argument<string[]>? _batches;

    private FailedSelection(SharedOptions shared, Dictionary<string, FailedState> states, Argument<string[]>? batches)
    {
        _range = RangeOption(shared);
        _code = new Option<string?>("--code") { Description = shared.T(FailedTexts.Code), HelpName = "VILLAGE_UNKNOWN" };
        _state = new Option<string?>("--state") { Description = FailedTexts.State.In(shared.Language, string.Join(", ", states.Keys)), HelpName = "parked" };
        _state.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } name && !states.ContainsKey(name))
                result.AddError(SettlingTexts.ChoiceUnknown.In(shared.Language, name, "--state", string.Join(", ", states.Keys)));
        });
        _since = DateOption(shared, "--since", FailedTexts.Since);
        _until = DateOption(shared, "--until", FailedTexts.Until);
        _indexes = new Option<int[]>("--index") { Description = shared.T(FailedTexts.Index), HelpName = "N" };
        _batches = batches;
    }

    /// <summary>What may be looked at: any state, and no batches by name.</summary>
    public static FailedSelection ToLookAt(SharedOptions shared) => new(shared, AllStates, null);

    /// <summary>What may be acted on: what still waits, by filter or by batches.</summary>
    public static FailedSelection ToActOn(SharedOptions shared)
    {
        var batches = new Argument<string[]>("OFFICE:POSITION") { Description = shared.T(FailedTexts.Batches), Arity = ArgumentArity.ZeroOrMore };
        batches.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(t => !TryBatch(t.Value, out _)))
                result.AddError(FailedTexts.BatchMalformed.In(shared.Language, token.Value));
        });
        return new FailedSelection(shared, OpenStates, batches);
    }

    /// <summary>The option that names an office, a province or the nation.</summary>
    public static Option<string?> RangeOption(SharedOptions shared)
    {
        var range = OfficeOptions.Range(shared);
        range.Aliases.Add("--range");
        return range;
    }

    /// <summary>Reads <c>5201:17</c>.</summary>
    public static bool TryBatch(string text, out FailedBatchRef batch)
    {
        batch = new FailedBatchRef();
        var parts = text.Split(':');
        if (parts.Length != 2 || !OfficeCode.TryParse(parts[0], out var office)
            || !long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var position) || position < 1)
        {
            return false;
        }

        (batch.OfficeCode, batch.Position) = (office.Value, position);
        return true;
    }

    /// <summary>Gives a command these options.</summary>
    public void AddTo(Command command, SharedOptions shared)
    {
        foreach (var option in new Option[] { _range, _code, _state, _since, _until })
            command.Options.Add(option);
        if (_batches is null)
            return;
        command.Arguments.Add(_batches);
        command.Options.Add(_indexes);
        command.Validators.Add(result =>
        {
            if (result.GetResult(_indexes) is not null && result.GetResult(_batches)?.Tokens.Count != 1)
                result.AddError(FailedTexts.IndexNeedsBatch.In(shared.Language));
        });
    }

    /// <summary>The filter that the arguments mean.</summary>
    public async Task<FailedFilter> FilterAsync(ParseResult parsed, CommandContext context, CancellationToken cancellation)
    {
        var filter = new FailedFilter
        {
            Code = parsed.GetValue(_code) ?? "",
            State = parsed.GetValue(_state) is { } name ? AllStates[name] : FailedState.Unspecified,
        };
        foreach (var text in _batches is null ? [] : parsed.GetValue(_batches) ?? [])
        {
            if (TryBatch(text, out var batch))
                filter.Batches.Add(batch);
        }

        if (_batches is not null)
            filter.Indexes.Add(parsed.GetValue(_indexes) ?? []);
        filter.Range = parsed.GetValue(_range) ?? RangeOf(filter.Batches) ?? (await context.Client.StatusAsync(cancellation)).Office;
        if (DayOf(parsed, _since) is { } since)
            filter.SinceTime = BeginOf(since, filter.Range);
        if (DayOf(parsed, _until) is { } until)
            filter.UntilTime = BeginOf(until.AddDays(1), filter.Range);
        return filter;
    }

    // The narrowest range that holds all of them, so that a province needs no more than its own grant.
    private static string? RangeOf(IReadOnlyCollection<FailedBatchRef> batches)
    {
        var offices = batches.Select(b => b.OfficeCode).Distinct().ToList();
        var provinces = offices.Select(o => OfficeCode.Parse(o).ProvinceCode).Distinct().ToList();
        return (offices, provinces) switch
        {
            ([], _) => null,
            ([var office], _) => office,
            (_, [{ Length: > 0 } province]) => $"P{province}",
            _ => OfficeCode.Centre.Value,
        };
    }

    private static Timestamp BeginOf(DateOnly day, string range) =>
        Timestamp.FromDateTimeOffset(new DateTimeOffset(day, TimeOnly.MinValue, OfficeCalendar.OffsetOf(OfficeCode.FromTrusted(range))));

    private static DateOnly? DayOf(ParseResult parsed, Option<string?> option) =>
        parsed.GetValue(option) is { } text && TryDay(text, out var day) ? day : null;

    private static Option<string?> DateOption(SharedOptions shared, string name, Text description)
    {
        var option = new Option<string?>(name) { Description = shared.T(description), HelpName = "YYYY-MM-DD" };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } text && !TryDay(text, out _))
                result.AddError(FailedTexts.DateMalformed.In(shared.Language, text));
        });
        return option;
    }

    // At the ends of the calendar the day after, or the same moment in another zone, does not exist.
    private static bool TryDay(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text, DateForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out day) && day.Year is > 1 and < 9999;
}
