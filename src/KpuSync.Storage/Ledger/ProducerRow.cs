using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KpuSync.Storage.Ledger;

/// <summary>The high-water mark of a producer; it never expires.</summary>
public sealed class ProducerRow : IEntityTypeConfiguration<ProducerRow>
{
    /// <summary>Office code.</summary>
    public string Office { get; set; } = "";

    /// <summary>The producer.</summary>
    public string ProducerId { get; set; } = "";

    /// <summary>Highest acknowledged sequence.</summary>
    public long LastSequence { get; set; }

    /// <inheritdoc/>
    public void Configure(EntityTypeBuilder<ProducerRow> builder)
    {
        builder.ToTable("producer");
        builder.HasKey(p => new { p.Office, p.ProducerId });
        builder.Property(p => p.Office).HasColumnName("office").HasMaxLength(4);
        builder.Property(p => p.ProducerId).HasColumnName("producer_id").HasMaxLength(36);
        builder.Property(p => p.LastSequence).HasColumnName("last_sequence");
    }
}
