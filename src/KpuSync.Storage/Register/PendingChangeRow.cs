using KpuSync.Core.Items;
using KpuSync.Core.Register;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KpuSync.Storage.Register;

/// <summary>A change that was not applied: held or parked.</summary>
public sealed class PendingChangeRow : IEntityTypeConfiguration<PendingChangeRow>
{
    /// <summary>Office code.</summary>
    public string Office { get; set; } = "";

    /// <summary>Position of the batch that brought it.</summary>
    public long Position { get; set; }

    /// <summary>Its place in that batch.</summary>
    public int Index { get; set; }

    /// <summary>Held or parked.</summary>
    public PendingKind Kind { get; set; }

    /// <summary>Whether it still waits.</summary>
    public PendingState State { get; set; }

    /// <summary>Which voter it is about; null if the NIK cannot be read, or it is about none.</summary>
    public long? Nik { get; set; }

    /// <summary>When its batch was committed, milliseconds since 1970 UTC.</summary>
    public long TimeMilliseconds { get; set; }

    /// <summary>How often it was replayed without being taken.</summary>
    public int Attempts { get; set; }

    /// <summary>What kind of item it is about; null for others.</summary>
    public ItemKind? ItemKind { get; set; }

    /// <summary>Which item; null for others.</summary>
    public string? ItemKey { get; set; }

    /// <summary>Code of the first violation.</summary>
    public string Code { get; set; } = "";

    /// <summary>Position of the change that settled it, or that last tried it in vain.</summary>
    public long? SettledPosition { get; set; }

    /// <summary>Place of the change that settled it, or that last tried it in vain.</summary>
    public int? SettledIndex { get; set; }

    /// <inheritdoc/>
    public void Configure(EntityTypeBuilder<PendingChangeRow> builder)
    {
        builder.ToTable("pending_change");
        builder.HasKey(p => new { p.Office, p.Position, p.Index });

        // Every push asks which of its people have an open hold; only those are in this index, so it stays small.
        builder.HasIndex(p => new { p.Office, p.Nik }).HasFilter("kind = 1 AND state = 1").HasDatabaseName("ix_pending_change_open_hold");

        builder.HasIndex(p => new { p.Office, p.ItemKind, p.ItemKey })
            .HasFilter("kind = 1 AND state = 1 AND item_key IS NOT NULL").HasDatabaseName("ix_pending_change_open_item_hold");

        // What an administrator looks at: listed by office and batch, counted by code, all without reading a row.
        builder.HasIndex(p => new { p.State, p.Office, p.Position, p.Code, p.TimeMilliseconds }).HasFilter("kind = 2").HasDatabaseName("ix_pending_change_parked");

        builder.Property(p => p.Office).HasColumnName("office").HasMaxLength(4);
        builder.Property(p => p.Position).HasColumnName("position");
        builder.Property(p => p.Index).HasColumnName("change_index");
        builder.Property(p => p.Kind).HasColumnName("kind");
        builder.Property(p => p.State).HasColumnName("state");
        builder.Property(p => p.TimeMilliseconds).HasColumnName("commit_time_ms");
        builder.Property(p => p.Attempts).HasColumnName("attempts");
        builder.Property(p => p.Nik).HasColumnName("nik");
        builder.Property(p => p.ItemKind).HasColumnName("item_kind");
        builder.Property(p => p.ItemKey).HasColumnName("item_key").HasMaxLength(40);
        builder.Property(p => p.Code).HasColumnName("code").HasMaxLength(60);
        builder.Property(p => p.SettledPosition).HasColumnName("settled_position");
        builder.Property(p => p.SettledIndex).HasColumnName("settled_index");
    }
}
