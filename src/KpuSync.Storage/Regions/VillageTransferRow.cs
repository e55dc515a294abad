using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KpuSync.Storage.Regions;

/// <summary>A village code that was replaced. What was transferred stands in the ledgers; this is for a push to see it at once.</summary>
public sealed class VillageTransferRow : IEntityTypeConfiguration<VillageTransferRow>
{
    /// <summary>10-digit code before.</summary>
    public string OldCode { get; set; } = "";

    /// <summary>10-digit code from then on.</summary>
    public string NewCode { get; set; } = "";

    /// <summary>Day of the transfer, as a day number.</summary>
    public int Day { get; set; }

    /// <inheritdoc/>
    public void Configure(EntityTypeBuilder<VillageTransferRow> builder)
    {
        builder.ToTable("village_transfer");
        builder.HasKey(t => t.OldCode);
        builder.Property(t => t.OldCode).HasColumnName("old_code").HasMaxLength(10);
        builder.Property(t => t.NewCode).HasColumnName("new_code").HasMaxLength(10);
        builder.Property(t => t.Day).HasColumnName("day");
    }
}
