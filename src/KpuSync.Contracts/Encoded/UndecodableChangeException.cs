namespace KpuSync.Contracts.Encoded;

/// <summary>A change of an encoded batch is not the encoding of one.</summary>
public sealed class UndecodableChangeException(int index, Exception inner) : Exception($"Change {index} of the batch is not the encoding of a change.", inner)
{
    /// <summary>Its place in the batch, from 0.</summary>
    public int Index => index;
}
