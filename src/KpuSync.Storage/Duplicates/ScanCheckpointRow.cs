using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KpuSync.Storage.Duplicates;

/// <summary>How far the scanner has read an office's ledger.</summary>
public sealed class ScanCheckpointRow : IEntityTypeConfiguration<ScanCheckpointRow>
{
    /// <summary>Office code.</summary>
    public string Office { get; set; } = "";

    /// <summary>Position of the last entry that it has looked at.</summary>
    public long Position { get; set; }

    /// <inheritdoc/>
    public void Configure(EntityTypeBuilder<ScanCheckpointRow> builder)
    {
        builder.ToTable("scan_checkpoint");
        builder.HasKey(r => r.Office);
        builder.Property(r => r.Office).HasColumnName("office").HasMaxLength(4);
        builder.Property(r => r.Position).HasColumnName("position");
    }
}
