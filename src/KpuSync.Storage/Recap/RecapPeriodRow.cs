using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KpuSync.Storage.Recap;

/// <summary>A recap period that is closed. What was closed stands in the ledger; this is for a push to see it at once.</summary>
public sealed class RecapPeriodRow : IEntityTypeConfiguration<RecapPeriodRow>
{
    /// <summary>Code of the office, province or centre that closed it.</summary>
    public string Office { get; set; } = "";

    /// <summary>The period, for example <c>2026-Q3</c>.</summary>
    public string Period { get; set; } = "";

    /// <summary>Position of the closing in that office's ledger.</summary>
    public long Position { get; set; }

    /// <inheritdoc/>
    public void Configure(EntityTypeBuilder<RecapPeriodRow> builder)
    {
        builder.ToTable("recap_period");
        builder.HasKey(p => new { p.Office, p.Period });
        builder.Property(p => p.Office).HasColumnName("office").HasMaxLength(4);
        builder.Property(p => p.Period).HasColumnName("period").HasMaxLength(7);
        builder.Property(p => p.Position).HasColumnName("position");
    }
}
