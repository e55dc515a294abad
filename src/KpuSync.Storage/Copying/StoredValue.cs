namespace KpuSync.Storage.Copying;

/// <summary>A value of a row, the same whichever database it comes from: a number, a text, bytes, or nothing.</summary>
public readonly struct StoredValue
{
    public StoredValue(long number) => (Number, HasNumber) = (number, true);

    public StoredValue(string text) => Text = text;

    public StoredValue(byte[] bytes) => Bytes = bytes;

    public bool IsNull => !HasNumber && Text is null && Bytes is null;

    public bool HasNumber { get; }

    /// <summary>A truth value is 1 or 0.</summary>
    public long Number { get; }

    public string? Text { get; }

    public byte[]? Bytes { get; }
}
