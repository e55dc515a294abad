using KpuSync.Contracts.V1;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KpuSync.Storage.Claims;

/// <summary>What an office says about another office's voter.</summary>
public sealed class ClaimRow : IEntityTypeConfiguration<ClaimRow>
{
    /// <summary>Office that has the voter.</summary>
    public string Office { get; set; } = "";

    /// <summary>Where it was said: office, position and place.</summary>
    public string ClaimId { get; set; } = "";

    /// <summary>The voter.</summary>
    public long Nik { get; set; }

    /// <summary>What is said.</summary>
    public ClaimKind Kind { get; set; }

    /// <summary>Office that says so.</summary>
    public string ClaimingOffice { get; set; } = "";

    /// <summary>Day from which it is said to hold, as days since 0001-01-01.</summary>
    public int EffectiveDay { get; set; }

    /// <summary>Where it stands.</summary>
    public ClaimState State { get; set; }

    /// <summary>When it was said, milliseconds since 1970 UTC.</summary>
    public long ClaimTimeMilliseconds { get; set; }

    /// <inheritdoc/>
    public void Configure(EntityTypeBuilder<ClaimRow> builder)
    {
        builder.ToTable("claim");
        builder.HasKey(r => new { r.Office, r.ClaimId });

        // The scanner asks for the claims on whom a change touches.
        builder.HasIndex(r => new { r.Nik, r.Office }).HasDatabaseName("ix_claim_nik");

        builder.Property(r => r.Office).HasColumnName("office").HasMaxLength(4);
        builder.Property(r => r.ClaimId).HasColumnName("claim_id").HasMaxLength(40);
        builder.Property(r => r.Nik).HasColumnName("nik");
        builder.Property(r => r.Kind).HasColumnName("kind");
        builder.Property(r => r.ClaimingOffice).HasColumnName("claiming_office").HasMaxLength(4);
        builder.Property(r => r.EffectiveDay).HasColumnName("effective_day");
        builder.Property(r => r.State).HasColumnName("state");
        builder.Property(r => r.ClaimTimeMilliseconds).HasColumnName("claim_time_ms");
    }
}
