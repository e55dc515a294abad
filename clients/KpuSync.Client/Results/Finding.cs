using KpuSync.Contracts.V1;

namespace KpuSync.Client;

/// <summary>Something about one row of a file that a person should look at.</summary>
public sealed record Finding
{
    /// <summary>Name of the file, without its folder.</summary>
    public required string File { get; init; }

    /// <summary>The row as a spreadsheet counts it: the header is row 1. 0 for a change that has no row (a voter gone from a complete export).</summary>
    public required int Row { get; init; }

    /// <summary>The other row, for a NIK that stands twice; 0 if there is none.</summary>
    public int OtherRow { get; init; }

    /// <summary>Header of the column; empty for the row as a whole.</summary>
    public string Column { get; init; } = "";

    /// <summary>Stable code, for example <c>NIK_MALFORMED</c>.</summary>
    public required string Code { get; init; }

    /// <summary>How heavy it is. A warning does not stop the row.</summary>
    public Severity Severity { get; init; } = Severity.Error;

    /// <summary>What is wrong and what to do.</summary>
    public required LocalizedText Text { get; init; }

    /// <summary>What the server made of the change; null if the row never became a change, or if it was judged offline.</summary>
    public OutcomeStatus? Status { get; init; }

    /// <summary>Where the change stands in the outbox; null if it never became one.</summary>
    public ChangePlace? Place { get; init; }

    /// <summary>True if the row is as it was when it was not applied before, and so was not sent again.</summary>
    public bool Again { get; init; }
}

/// <summary>A change's place in this installation's outbox. As text <c>sequence:index</c>, the form of the KOREKSI column.</summary>
/// <param name="Sequence">The batch's sequence number, 1 or more.</param>
/// <param name="Index">The change's place in the batch, from 0.</param>
public readonly record struct ChangePlace(long Sequence, int Index)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Sequence}:{Index}";

    /// <summary>Reads the form <c>sequence:index</c>.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out ChangePlace place)
    {
        place = default;
        var colon = text.IndexOf(':');
        if (colon < 0
            || !long.TryParse(text[..colon], System.Globalization.NumberStyles.None, null, out var sequence)
            || !int.TryParse(text[(colon + 1)..], System.Globalization.NumberStyles.None, null, out var index)
            || sequence < 1)
        {
            return false;
        }

        place = new ChangePlace(sequence, index);
        return true;
    }
}
