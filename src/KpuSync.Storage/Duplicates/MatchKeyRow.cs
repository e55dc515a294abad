using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KpuSync.Storage.Duplicates;

/// <summary>One blocking key of a registration. Keys of what a registration was before stay: they only cost a comparison.</summary>
public sealed class MatchKeyRow : IEntityTypeConfiguration<MatchKeyRow>
{
    /// <summary>The key, a 64-bit hash.</summary>
    public long Key { get; set; }

    /// <summary>Identity number.</summary>
    public long Nik { get; set; }

    /// <summary>Office code.</summary>
    public string Office { get; set; } = "";

    /// <inheritdoc/>
    public void Configure(EntityTypeBuilder<MatchKeyRow> builder)
    {
        builder.ToTable("match_key");
        builder.HasKey(r => new { r.Key, r.Nik, r.Office });
        builder.Property(r => r.Key).HasColumnName("match_key").ValueGeneratedNever();
        builder.Property(r => r.Nik).HasColumnName("nik").ValueGeneratedNever();
        builder.Property(r => r.Office).HasColumnName("office").HasMaxLength(4);
    }
}
