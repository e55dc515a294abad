using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KpuSync.Storage.Duplicates;

/// <summary>A registration, or a held change, among the sides of a case.</summary>
public sealed class CaseMemberRow : IEntityTypeConfiguration<CaseMemberRow>
{
    /// <summary>Identity number.</summary>
    public long Nik { get; set; }

    /// <summary>Office code.</summary>
    public string Office { get; set; } = "";

    /// <summary>The case.</summary>
    public long CaseId { get; set; }

    /// <summary>Position of a held change; 0 for a registration.</summary>
    public long HeldPosition { get; set; }

    /// <summary>Place of a held change in its entry.</summary>
    public int HeldIndex { get; set; }

    /// <inheritdoc/>
    public void Configure(EntityTypeBuilder<CaseMemberRow> builder)
    {
        builder.ToTable("case_member");
        builder.HasKey(r => new { r.Nik, r.Office, r.CaseId, r.HeldPosition, r.HeldIndex });

        // The cases of an office, newest first.
        builder.HasIndex(r => new { r.Office, r.CaseId }).HasDatabaseName("ix_case_member_office");

        builder.Property(r => r.Nik).HasColumnName("nik").ValueGeneratedNever();
        builder.Property(r => r.Office).HasColumnName("office").HasMaxLength(4);
        builder.Property(r => r.CaseId).HasColumnName("case_id");
        builder.Property(r => r.HeldPosition).HasColumnName("held_position");
        builder.Property(r => r.HeldIndex).HasColumnName("held_index");
    }
}
