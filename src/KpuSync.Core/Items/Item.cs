using KpuSync.Contracts.V1;
using KpuSync.Rules.Values;

namespace KpuSync.Core.Items;

/// <summary>One version of an item. All of them are kept: a correction does not take away what was said before.</summary>
public sealed record Item
{
    /// <summary>Whose.</summary>
    public required OfficeCode Office { get; init; }

    /// <summary>Which.</summary>
    public required ItemKey Key { get; init; }

    /// <summary>Position of the entry that brought it.</summary>
    public required long Position { get; init; }

    /// <summary>Place in that entry.</summary>
    public required int Index { get; init; }

    /// <summary>Which version, from 1 without gaps.</summary>
    public required int Version { get; init; }

    /// <summary>The message, encoded.</summary>
    public required byte[] Record { get; init; }

    /// <summary>The member that the item is about, where it was made of the message just now; null elsewhere. Not public, so that printing an item does not print a person.</summary>
    internal PartyMember? Member { get; init; }
}
