using KpuSync.Contracts.V1;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KpuSync.Storage.Duplicates;

/// <summary>A duplicate case.</summary>
public sealed class DuplicateCaseRow : IEntityTypeConfiguration<DuplicateCaseRow>
{
    /// <summary>Number of the case.</summary>
    public long Id { get; set; }

    /// <summary>Rises with every change.</summary>
    public long Version { get; set; }

    /// <summary>K1, K2 or K3.</summary>
    public CaseClass Class { get; set; }

    /// <summary>How far it reaches.</summary>
    public CaseReach Reach { get; set; }

    /// <summary>Where it stands.</summary>
    public CaseState State { get; set; }

    /// <summary>The encoded case; of its sides only what identifies them.</summary>
    public byte[] Body { get; set; } = [];

    /// <inheritdoc/>
    public void Configure(EntityTypeBuilder<DuplicateCaseRow> builder)
    {
        builder.ToTable("duplicate_case");
        builder.HasKey(r => r.Id);

        // Counted every few seconds; only what is open is in it.
        builder.HasIndex(r => new { r.Class, r.Reach }).HasFilter("state = 1").HasDatabaseName("ix_duplicate_case_open");

        builder.Property(r => r.Id).HasColumnName("id").ValueGeneratedNever();
        builder.Property(r => r.Version).HasColumnName("version");
        builder.Property(r => r.Class).HasColumnName("class");
        builder.Property(r => r.Reach).HasColumnName("reach");
        builder.Property(r => r.State).HasColumnName("state");
        builder.Property(r => r.Body).HasColumnName("body");
    }
}
