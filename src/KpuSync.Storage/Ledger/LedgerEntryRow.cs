using KpuSync.Rules;
using KpuSync.Rules.Chain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KpuSync.Storage.Ledger;

/// <summary>A ledger entry; a batch's changes are one blob in it, not a row each.</summary>
public sealed class LedgerEntryRow : IEntityTypeConfiguration<LedgerEntryRow>
{
    /// <summary>Office code.</summary>
    public string Office { get; set; } = "";

    /// <summary>Position in the office's ledger.</summary>
    public long Position { get; set; }

    /// <summary>What it is.</summary>
    public EntryKind Kind { get; set; }

    /// <summary>Epoch.</summary>
    public long Epoch { get; set; }

    /// <summary>Commit time, milliseconds since 1970 UTC.</summary>
    public long CommitTimeMilliseconds { get; set; }

    /// <summary>Who caused it.</summary>
    public string Actor { get; set; } = "";

    /// <summary>Digest that the chain covers.</summary>
    public byte[] Digest { get; set; } = [];

    /// <summary>Chain hash.</summary>
    public byte[] ChainHash { get; set; } = [];

    /// <summary>Rule set that decided.</summary>
    public string RuleSetVersion { get; set; } = "";

    /// <summary>Region catalogue that decided.</summary>
    public string RegionCatalogueVersion { get; set; } = "";

    /// <summary>Producer of a batch.</summary>
    public string? ProducerId { get; set; }

    /// <summary>Sequence of a batch.</summary>
    public long? Sequence { get; set; }

    /// <summary>Id of a batch.</summary>
    public string? BatchId { get; set; }

    /// <summary>Digest of a batch's content.</summary>
    public byte[] ContentDigest { get; set; } = [];

    /// <summary>Changes or epoch.</summary>
    public byte[] Payload { get; set; } = [];

    /// <summary>Statuses of a batch's changes.</summary>
    public byte[] Statuses { get; set; } = [];

    /// <summary>Receipt of a batch.</summary>
    public byte[] Receipt { get; set; } = [];

    /// <inheritdoc/>
    public void Configure(EntityTypeBuilder<LedgerEntryRow> builder)
    {
        builder.ToTable("ledger_entry");

        // Taken from the locked head row of the office, not from an identity column: identities can commit
        // out of order, and a reader past the gap would never see the late one.
        builder.HasKey(e => new { e.Office, e.Position });
        builder.Property(e => e.Position).HasColumnName("position").ValueGeneratedNever();

        // The receipt of a batch is found by its sequence; a batch id is used once.
        builder.HasIndex(e => new { e.Office, e.ProducerId, e.Sequence }).IsUnique().HasDatabaseName("ux_ledger_entry_sequence");
        builder.HasIndex(e => new { e.Office, e.ProducerId, e.BatchId }).IsUnique().HasDatabaseName("ux_ledger_entry_batch_id");

        builder.Property(e => e.Office).HasColumnName("office").HasMaxLength(4);
        builder.Property(e => e.Kind).HasColumnName("kind");
        builder.Property(e => e.Epoch).HasColumnName("epoch");
        builder.Property(e => e.CommitTimeMilliseconds).HasColumnName("commit_time_ms");
        builder.Property(e => e.Actor).HasColumnName("actor").HasMaxLength(100);
        builder.Property(e => e.Digest).HasColumnName("digest");
        builder.Property(e => e.ChainHash).HasColumnName("chain_hash");
        // It names every severity that was changed; with all of them it is about 700 characters.
        builder.Property(e => e.RuleSetVersion).HasColumnName("rule_set_version").HasMaxLength(ChangeRules.RuleSetVersionLengthMax);
        builder.Property(e => e.RegionCatalogueVersion).HasColumnName("region_catalogue_version").HasMaxLength(50);
        builder.Property(e => e.ProducerId).HasColumnName("producer_id").HasMaxLength(36);
        builder.Property(e => e.Sequence).HasColumnName("sequence");
        builder.Property(e => e.BatchId).HasColumnName("batch_id").HasMaxLength(36);
        builder.Property(e => e.ContentDigest).HasColumnName("content_digest");
        builder.Property(e => e.Payload).HasColumnName("payload");
        builder.Property(e => e.Statuses).HasColumnName("statuses");
        builder.Property(e => e.Receipt).HasColumnName("receipt");
    }
}
