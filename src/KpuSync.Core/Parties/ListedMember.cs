using KpuSync.Contracts.V1;
using KpuSync.Core.Items;
using KpuSync.Rules.Values;

namespace KpuSync.Core.Parties;

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

    /// <summary>Name as on the record; null where the place was read from the index, which has none.</summary>
    public string? Name { get; init; }

    /// <summary>Occupation.</summary>
    public required MemberOccupation Occupation { get; init; }

    /// <summary>Birth date.</summary>
    public required DateOnly BirthDate { get; init; }

    /// <summary>Marital status.</summary>
    public required MaritalStatus MaritalStatus { get; init; }

    /// <summary>True for the same card of the same person: another version of this place, or this one.</summary>
    public bool IsSamePlace(ListedMember other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Office == other.Office && Party == other.Party && Card == other.Card && Nik == other.Nik;
    }

    /// <summary>This version of the place, after an earlier one: when it began, and that its person was ever found not eligible, it keeps.</summary>
    public ListedMember After(ListedMember before)
    {
        ArgumentNullException.ThrowIfNull(before);
        return this with { Position = before.Position, Index = before.Index, WasNotEligible = WasNotEligible || before.WasNotEligible };
    }

    /// <summary>The place that a member's item gives a person, by its newest version.</summary>
    public static ListedMember Of(Item item)
    {
        ArgumentNullException.ThrowIfNull(item);
        var member = item.Member ?? PartyMember.Parser.ParseFrom(item.Record);
        return new ListedMember
        {
            Nik = Nik.Parse(member.Nik),
            Office = item.Office,
            Party = member.PartyNumber,
            Card = member.CardNumber,
            Position = item.Position,
            Index = item.Index,
            Removed = member.Removed,
            Name = member.Name,
            WasNotEligible = member.Removed is MemberRemovalGround.NotEligible,
            Occupation = member.Occupation,
            BirthDate = IsoDate.TryParse(member.BirthDate, out var date) ? date : throw new InvalidDataException("A member's birth date cannot be read."),
            MaritalStatus = member.MaritalStatus,
        };
    }
}
