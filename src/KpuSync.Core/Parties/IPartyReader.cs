using KpuSync.Contracts.V1;
using KpuSync.Core.Items;
using KpuSync.Rules.Values;

namespace KpuSync.Core.Parties;

/// <summary>What the check of a party looks at. Everything is asked for by party and office, never by one person.</summary>
public interface IPartyReader
{
    /// <summary>The members of a party in an office who were not taken out, in card order.</summary>
    ValueTask<IReadOnlyList<ListedMember>> MembersAsync(OfficeCode office, int party, CancellationToken ct);

    /// <summary>Where else those members stand or stood, in any party's list of any office.</summary>
    ValueTask<IReadOnlyList<ListedMember>> OthersAsync(OfficeCode office, int party, CancellationToken ct);

    /// <summary>Those members whom the office has not as active voters; true for the dead.</summary>
    ValueTask<IReadOnlyDictionary<Nik, bool>> NotRegisteredAsync(OfficeCode office, int party, CancellationToken ct);

    /// <summary>The newest versions of a party's management, offices and accounts in these offices' ledgers.</summary>
    ValueTask<IReadOnlyList<Item>> OrganisationAsync(IReadOnlyCollection<OfficeCode> offices, int party, CancellationToken ct);

    /// <summary>The newest versions of the items of a kind whose key begins so.</summary>
    ValueTask<IReadOnlyList<Item>> ItemsAsync(OfficeCode office, ItemKind kind, string keyPrefix, CancellationToken ct);
}

/// <summary>One place in a party's list, as far as the check needs it.</summary>
public sealed record ListedMember
{
    /// <summary>Who.</summary>
    public required Nik Nik { get; init; }

    /// <summary>In which office's list.</summary>
    public required OfficeCode Office { get; init; }

    /// <summary>Of which party.</summary>
    public required int Party { get; init; }

    /// <summary>The member card.</summary>
    public required string Card { get; init; }

    /// <summary>Position of the entry by which the person first had this card.</summary>
    public required long Position { get; init; }

    /// <summary>Place in that entry.</summary>
    public required int Index { get; init; }

    /// <summary>Why the member was taken out; unspecified while a member.</summary>
    public required MemberRemovalGround Removed { get; init; }

    /// <summary>True if the member was ever taken out as not eligible.</summary>
    public required bool WasNotEligible { get; init; }

    /// <summary>Occupation.</summary>
    public required MemberOccupation Occupation { get; init; }

    /// <summary>Birth date.</summary>
    public required DateOnly BirthDate { get; init; }

    /// <summary>Marital status.</summary>
    public required MaritalStatus MaritalStatus { get; init; }

    /// <summary>The place that a member's item gives a person, by its newest version.</summary>
    public static ListedMember Of(Item item)
    {
        ArgumentNullException.ThrowIfNull(item);
        var member = PartyMember.Parser.ParseFrom(item.Record);
        return new ListedMember
        {
            Nik = Nik.Parse(member.Nik),
            Office = item.Office,
            Party = member.PartyNumber,
            Card = member.CardNumber,
            Position = item.Position,
            Index = item.Index,
            Removed = member.Removed,
            WasNotEligible = member.Removed is MemberRemovalGround.NotEligible,
            Occupation = member.Occupation,
            BirthDate = IsoDate.TryParse(member.BirthDate, out var date) ? date : throw new InvalidDataException("A member's birth date cannot be read."),
            MaritalStatus = member.MaritalStatus,
        };
    }
}
