using KpuSync.Core.Items;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KpuSync.Storage.Items;

/// <summary>One version of what an office keeps besides voters: progress reports and plans, and party items.</summary>
public sealed class OfficeItemRow : IEntityTypeConfiguration<OfficeItemRow>
{
    /// <summary>Office code.</summary>
    public string Office { get; set; } = "";

    /// <summary>What it is.</summary>
    public ItemKind Kind { get; set; }

    /// <summary>Which of them.</summary>
    public string Key { get; set; } = "";

    /// <summary>Position of the entry that brought it.</summary>
    public long Position { get; set; }

    /// <summary>Place in that entry.</summary>
    public int Index { get; set; }

    /// <summary>Which version, from 1.</summary>
    public int Version { get; set; }

    /// <summary>The message, encoded.</summary>
    public byte[] Record { get; set; } = [];

    /// <inheritdoc/>
    public void Configure(EntityTypeBuilder<OfficeItemRow> builder)
    {
        builder.ToTable("office_item");
        builder.HasKey(i => new { i.Office, i.Kind, i.Key, i.Version });
        builder.Property(i => i.Office).HasColumnName("office").HasMaxLength(4);
        builder.Property(i => i.Kind).HasColumnName("kind");
        builder.Property(i => i.Key).HasColumnName("item_key").HasMaxLength(40);
        builder.Property(i => i.Position).HasColumnName("position");
        builder.Property(i => i.Index).HasColumnName("change_index");
        builder.Property(i => i.Version).HasColumnName("version");
        builder.Property(i => i.Record).HasColumnName("record");
    }
}
