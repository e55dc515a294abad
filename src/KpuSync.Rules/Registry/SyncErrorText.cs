using KpuSync.Contracts.V1;

namespace KpuSync.Rules.Registry;

/// <summary>Why a call was refused, for people.</summary>
/// <param name="Reason">The reason in the contract.</param>
/// <param name="Indonesian">What happened; <c>{name}</c> stands for a value of the error's metadata.</param>
/// <param name="IndonesianRemedy">What to do about it.</param>
/// <param name="English">What happened, in English.</param>
/// <param name="EnglishRemedy">What to do about it, in English.</param>
/// <param name="Since">Rule set version that brought it.</param>
public sealed record SyncErrorText(ErrorReason Reason, string Indonesian, string IndonesianRemedy, string English, string EnglishRemedy, int Since = 1)
{
    private const string EnumPrefix = "ERROR_REASON_";

    /// <summary>The reason as <c>ErrorInfo.reason</c> writes it, for example <c>SEQUENCE_GAP</c>.</summary>
    public string Code { get; } = CodeOf(Reason);

    /// <summary>Keys of the metadata that the texts use, in order.</summary>
    public IReadOnlyList<string> Metadata { get; } = RuleText.PlacesOf(Indonesian + IndonesianRemedy);

    /// <summary>What happened and what to do, the metadata not filled in.</summary>
    public string Text(Language language) => language == Language.English ? $"{English} {EnglishRemedy}" : $"{Indonesian} {IndonesianRemedy}";

    private static string CodeOf(ErrorReason reason) =>
        ErrorReasonReflection.Descriptor.EnumTypes[0].FindValueByNumber((int)reason)!.Name[EnumPrefix.Length..];
}
