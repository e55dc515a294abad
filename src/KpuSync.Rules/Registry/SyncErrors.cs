using KpuSync.Contracts.V1;

namespace KpuSync.Rules.Registry;

/// <summary>The texts of every <see cref="ErrorReason"/>: what happened, and what to do about it.</summary>
public static class SyncErrors
{
    private static readonly Dictionary<ErrorReason, SyncErrorText> ByReason;

    private static readonly Dictionary<string, SyncErrorText> ByCode;

    static SyncErrors()
    {
        SyncErrorText[] bySubject =
            [.. SyncErrorTexts.Calls, .. SyncErrorTexts.Batches, .. SyncErrorTexts.TokensAndServer, .. SettlementErrorTexts.All, .. RecapErrorTexts.All,
                .. FailedErrorTexts.All];
        All = [.. bySubject.OrderBy(error => error.Reason)];
        ByReason = All.ToDictionary(error => error.Reason);
        ByCode = All.ToDictionary(error => error.Code, StringComparer.Ordinal);
    }

    /// <summary>Every reason, in the order of the contract.</summary>
    public static IReadOnlyList<SyncErrorText> All { get; }

    /// <summary>The error of a reason. A reason of a newer contract is answered as <see cref="ErrorReason.Internal"/>.</summary>
    public static SyncErrorText Of(ErrorReason reason) => ByReason.TryGetValue(reason, out var error) ? error : ByReason[ErrorReason.Internal];

    /// <summary>The reason that an <c>ErrorInfo.reason</c> names; <see cref="ErrorReason.Unspecified"/> for one that this version does not know.</summary>
    public static ErrorReason ReasonOf(string code) => ByCode.TryGetValue(code, out var error) ? error.Reason : ErrorReason.Unspecified;

    /// <summary>What happened and what to do, in the caller's language.</summary>
    /// <param name="reason">The reason.</param>
    /// <param name="metadata">The error's metadata; values that are missing leave their place as it is.</param>
    /// <param name="language">The language.</param>
    public static string TextOf(ErrorReason reason, IReadOnlyDictionary<string, string> metadata, Language language)
    {
        ArgumentNullException.ThrowIfNull(metadata);
        return RuleText.Fill(Of(reason).Text(language), name => metadata.TryGetValue(name, out var value) ? value : null);
    }
}
