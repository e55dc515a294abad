using KpuSync.Contracts.V1;
using KpuSync.Core.Recap;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KpuSync.Storage.Register;

/// <summary>One voter in one office's register.</summary>
public sealed class RegistrationRow : IEntityTypeConfiguration<RegistrationRow>
{
    /// <summary>Identity number as an integer below 10^16.</summary>
    public long Nik { get; set; }

    /// <summary>Office code.</summary>
    public string Office { get; set; } = "";

    /// <summary>Why it is no longer eligible; unspecified while active.</summary>
    public RemovalGround Ground { get; set; }

    /// <summary>Position of the change that made it so.</summary>
    public long Position { get; set; }

    /// <summary>That change's place in its entry.</summary>
    public int Index { get; set; }

    /// <summary>Day from which it holds, as days since 0001-01-01.</summary>
    public int EffectiveDay { get; set; }

    /// <summary>True once somebody over 100 was verified.</summary>
    public bool Verified { get; set; }

    /// <summary>Duplicate case whose decision removed it.</summary>
    public long? DecidedCase { get; set; }

    /// <summary>How its entry counted in the recap.</summary>
    public Measure EnteredAs { get; set; }

    /// <summary>The encoded voter record.</summary>
    public byte[] Record { get; set; } = [];

    /// <inheritdoc/>
    public void Configure(EntityTypeBuilder<RegistrationRow> builder)
    {
        builder.ToTable("registration");

        // NIK first: one look-up sees a person in every office, and an office's numbers lie near each other, which keeps writes local.
        builder.HasKey(r => new { r.Nik, r.Office });

        // Those over 100 who were verified are counted every month; only they are in this index.
        builder.HasIndex(r => r.Office).HasFilter("verified AND ground = 0").HasDatabaseName("ix_registration_verified");
        builder.Property(r => r.Nik).HasColumnName("nik").ValueGeneratedNever();
        builder.Property(r => r.Office).HasColumnName("office").HasMaxLength(4);
        builder.Property(r => r.Ground).HasColumnName("ground");
        builder.Property(r => r.Position).HasColumnName("position");
        builder.Property(r => r.Index).HasColumnName("change_index");
        builder.Property(r => r.EffectiveDay).HasColumnName("effective_day");
        builder.Property(r => r.Verified).HasColumnName("verified");
        builder.Property(r => r.DecidedCase).HasColumnName("decided_case");
        builder.Property(r => r.EnteredAs).HasColumnName("entered_as");
        builder.Property(r => r.Record).HasColumnName("record");
    }
}
