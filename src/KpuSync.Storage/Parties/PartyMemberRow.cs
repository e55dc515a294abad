using KpuSync.Contracts.V1;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KpuSync.Storage.Parties;

/// <summary>One person's place in a party's list of an office: an index over the members' items, written with them.</summary>
public sealed class PartyMemberRow : IEntityTypeConfiguration<PartyMemberRow>
{
    /// <summary>Who.</summary>
    public long Nik { get; set; }

    /// <summary>Office code.</summary>
    public string Office { get; set; } = "";

    /// <summary>The party.</summary>
    public int Party { get; set; }

    /// <summary>The member card.</summary>
    public string Card { get; set; } = "";

    /// <summary>Position of the entry by which the person first had this card.</summary>
    public long Position { get; set; }

    /// <summary>Place in that entry.</summary>
    public int Index { get; set; }

    /// <summary>Why the member was taken out; unspecified while a member.</summary>
    public MemberRemovalGround Removed { get; set; }

    /// <summary>Whether the member was ever taken out as not eligible.</summary>
    public bool WasNotEligible { get; set; }

    /// <summary>Occupation.</summary>
    public MemberOccupation Occupation { get; set; }

    /// <summary>Birth date, days since 0001-01-01.</summary>
    public int BirthDay { get; set; }

    /// <summary>Marital status.</summary>
    public MaritalStatus MaritalStatus { get; set; }

    /// <inheritdoc/>
    public void Configure(EntityTypeBuilder<PartyMemberRow> builder)
    {
        builder.ToTable("party_member");

        // By number first: a check asks for many people at once in which lists they stand, whatever office or party.
        builder.HasKey(m => new { m.Nik, m.Office, m.Party, m.Card });

        // Through it a list comes in number order, so that what is looked up for each of its people lies side by side.
        builder.HasIndex(m => new { m.Office, m.Party, m.Nik }).HasDatabaseName("ix_party_member_list");
        builder.Property(m => m.Nik).HasColumnName("nik").ValueGeneratedNever();
        builder.Property(m => m.Office).HasColumnName("office").HasMaxLength(4);
        builder.Property(m => m.Party).HasColumnName("party_number");
        builder.Property(m => m.Card).HasColumnName("card_number").HasMaxLength(32);
        builder.Property(m => m.Position).HasColumnName("position");
        builder.Property(m => m.Index).HasColumnName("change_index");
        builder.Property(m => m.Removed).HasColumnName("removed");
        builder.Property(m => m.WasNotEligible).HasColumnName("was_not_eligible");
        builder.Property(m => m.Occupation).HasColumnName("occupation");
        builder.Property(m => m.BirthDay).HasColumnName("birth_day");
        builder.Property(m => m.MaritalStatus).HasColumnName("marital_status");
    }
}
