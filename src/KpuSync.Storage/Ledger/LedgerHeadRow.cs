using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KpuSync.Storage.Ledger;

/// <summary>Where an office's ledger ends; its lock orders all writes to that ledger.</summary>
public sealed class LedgerHeadRow : IEntityTypeConfiguration<LedgerHeadRow>
{
    /// <summary>Office code.</summary>
    public string Office { get; set; } = "";

    /// <summary>Position of the last entry.</summary>
    public long Position { get; set; }

    /// <summary>Current epoch.</summary>
    public long Epoch { get; set; }

    /// <summary>Chain hash of the last entry.</summary>
    public byte[] ChainHash { get; set; } = [];

    /// <inheritdoc/>
    public void Configure(EntityTypeBuilder<LedgerHeadRow> builder)
    {
        builder.ToTable("ledger_head");
        builder.HasKey(h => h.Office);
        builder.Property(h => h.Office).HasColumnName("office").HasMaxLength(4);
        builder.Property(h => h.Position).HasColumnName("position");
        builder.Property(h => h.Epoch).HasColumnName("epoch");
        builder.Property(h => h.ChainHash).HasColumnName("chain_hash");
    }
}
