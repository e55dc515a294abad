using KpuSync.Storage.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KpuSync.Storage.Regions;

/// <summary>A region that was imported. Nothing is overwritten: what import 2 renamed still stands under number 1, so that a receipt's catalogue version can be looked up.</summary>
public sealed class RegionOverlayRow : IEntityTypeConfiguration<RegionOverlayRow>
{
    /// <summary>4, 6 or 10 digits.</summary>
    public string Code { get; set; } = "";

    /// <summary>Number of the import that brought this name.</summary>
    public int Number { get; set; }

    /// <summary>Name.</summary>
    public string Name { get; set; } = "";

    /// <summary>When it was imported.</summary>
    public DateTimeOffset ImportedAt { get; set; }

    /// <inheritdoc/>
    public void Configure(EntityTypeBuilder<RegionOverlayRow> builder)
    {
        builder.ToTable("region_overlay");
        builder.HasKey(r => new { r.Code, r.Number });
        builder.Property(r => r.Code).HasColumnName("code").HasMaxLength(10);
        builder.Property(r => r.Number).HasColumnName("number");
        builder.Property(r => r.Name).HasColumnName("name").HasMaxLength(100);
        builder.Property(r => r.ImportedAt).HasColumnName("imported_at").HasConversion<UnixMilliseconds>();
    }
}
