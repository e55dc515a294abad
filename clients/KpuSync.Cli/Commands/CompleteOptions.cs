using System.CommandLine;
using System.CommandLine.Parsing;
using KpuSync.Cli.Texts;

namespace KpuSync.Cli.Commands;

/// <summary>The options of a file that is a whole list: <c>--complete --gone-as GROUND</c>, and <c>--yes</c> where many are gone.</summary>
/// <typeparam name="TGround">Why somebody leaves that list.</typeparam>
internal sealed class CompleteOptions<TGround>
    where TGround : struct
{
    private readonly SharedOptions _shared;
    private readonly Func<string, TGround?> _find;
    private readonly Option<string?> _goneAs;

    /// <param name="shared">The options of all commands.</param>
    /// <param name="complete">What <c>--complete</c> means there.</param>
    /// <param name="goneAs">What <c>--gone-as</c> means there, with a place for the grounds.</param>
    /// <param name="grounds">The grounds that there are, in words.</param>
    /// <param name="find">Finds one; null if there is none of that name.</param>
    public CompleteOptions(SharedOptions shared, Text complete, Text goneAs, string grounds, Func<string, TGround?> find)
    {
        (_shared, _find) = (shared, find);
        Complete = new Option<bool>("--complete") { Description = shared.T(complete) };
        Yes = new Option<bool>("--yes", "-y") { Description = shared.T(CommandTexts.PushYes) };
        _goneAs = new Option<string?>("--gone-as") { Description = goneAs.In(shared.Language, grounds), HelpName = "GROUND" };
        _goneAs.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } name && find(name) is null)
                result.AddError(UsageTexts.GroundUnknown.In(shared.Language, name, grounds));
        });
    }

    public Option<bool> Complete { get; }

    public Option<bool> Yes { get; }

    public IReadOnlyList<Option> All => [Complete, _goneAs, Yes];

    /// <summary>The ground that was given.</summary>
    public TGround? GoneAs(ParseResult parsed) => parsed.GetValue(_goneAs) is { } name ? _find(name) : null;

    /// <summary>Says so if one of the two was given without the other.</summary>
    public void Check(CommandResult result)
    {
        if (result.GetValue(Complete) != (result.GetValue(_goneAs) is not null))
            result.AddError(UsageTexts.CompleteNeedsGround.In(_shared.Language));
    }
}
