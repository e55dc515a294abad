using KpuSync.Core.Register;

namespace KpuSync.Core.Duplicates;

/// <summary>Registrations that share a blocking key.</summary>
/// <param name="Key">The key.</param>
/// <param name="Members">The registrations; none if the block is too large.</param>
/// <param name="IsOversize">True if the block is too large to look at.</param>
public sealed record KeyBlock(long Key, IReadOnlyList<RegistrationKey> Members, bool IsOversize)
{
    /// <summary>A block of at most <paramref name="peopleMax"/> registrations.</summary>
    public static KeyBlock Of(long key, IReadOnlyList<RegistrationKey> members, int peopleMax) =>
        members.Count > peopleMax ? new KeyBlock(key, [], IsOversize: true) : new KeyBlock(key, members, IsOversize: false);

    /// <summary>The block with these as well, some of whom may be in it already.</summary>
    public KeyBlock With(IEnumerable<RegistrationKey> others, int peopleMax) =>
        IsOversize ? this : Of(Key, [.. Members.Union(others)], peopleMax);
}
