using System.Diagnostics.CodeAnalysis;

namespace KpuSync.Core;

/// <summary>A value, or the reason why there is none.</summary>
public readonly record struct Result<T>
{
    private readonly T? _value;

    private Result(T? value, SyncError? error) => (_value, Error) = (value, error);

    /// <summary>Why it was refused; null if it was not.</summary>
    public SyncError? Error { get; }

    /// <summary>True if there is a value.</summary>
    [MemberNotNullWhen(false, nameof(Error))]
    public bool IsOk => Error is null;

    /// <summary>The value.</summary>
    /// <exception cref="InvalidOperationException">It was refused.</exception>
    public T Value => IsOk ? _value! : throw new InvalidOperationException($"Refused: {Error.Reason}.");

    /// <summary>A value.</summary>
    public static implicit operator Result<T>(T value) => new(value, null);

    /// <summary>A refusal.</summary>
    public static implicit operator Result<T>(SyncError error) => new(default, error);
}
