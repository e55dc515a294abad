using KpuSync.Contracts.V1;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KpuSync.Storage.Replay;

/// <summary>A job that replays or discards parked changes.</summary>
public sealed class FailedJobRow : IEntityTypeConfiguration<FailedJobRow>
{
    /// <summary>Its id.</summary>
    public string Id { get; set; } = "";

    /// <summary>The office, province or nation that it is about.</summary>
    public string Range { get; set; } = "";

    /// <summary>Where it stands.</summary>
    public FailedJobState State { get; set; }

    /// <summary>When it began, milliseconds since 1970 UTC.</summary>
    public long CreateTimeMilliseconds { get; set; }

    /// <summary>Office of the last change that it has looked at; null before the first.</summary>
    public string? CursorOffice { get; set; }

    /// <summary>Position of that change.</summary>
    public long CursorPosition { get; set; }

    /// <summary>Place of that change.</summary>
    public int CursorIndex { get; set; }

    /// <summary>The encoded job, as callers see it.</summary>
    public byte[] Body { get; set; } = [];

    /// <inheritdoc/>
    public void Configure(EntityTypeBuilder<FailedJobRow> builder)
    {
        builder.ToTable("failed_job");
        builder.HasKey(r => r.Id);
        builder.HasIndex(r => r.CreateTimeMilliseconds).HasDatabaseName("ix_failed_job_create_time");
        builder.HasIndex(r => r.State).HasFilter("state = 1").HasDatabaseName("ix_failed_job_running");
        builder.Property(r => r.Id).HasColumnName("id").HasMaxLength(36);
        builder.Property(r => r.Range).HasColumnName("office_range").HasMaxLength(4);
        builder.Property(r => r.State).HasColumnName("state");
        builder.Property(r => r.CreateTimeMilliseconds).HasColumnName("create_time_ms");
        builder.Property(r => r.CursorOffice).HasColumnName("cursor_office").HasMaxLength(4);
        builder.Property(r => r.CursorPosition).HasColumnName("cursor_position");
        builder.Property(r => r.CursorIndex).HasColumnName("cursor_index");
        builder.Property(r => r.Body).HasColumnName("body");
    }
}
