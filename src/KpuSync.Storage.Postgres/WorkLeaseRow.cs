using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KpuSync.Storage.Postgres;

/// <summary>Which server does a work.</summary>
public sealed class WorkLeaseRow : IEntityTypeConfiguration<WorkLeaseRow>
{
    /// <summary>The work.</summary>
    public string Work { get; set; } = "";

    /// <summary>The server, a random id for each start.</summary>
    public Guid Holder { get; set; }

    /// <summary>Until when by the database's clock, if it is not renewed.</summary>
    public DateTimeOffset EndsAt { get; set; }

    /// <inheritdoc/>
    public void Configure(EntityTypeBuilder<WorkLeaseRow> builder)
    {
        builder.ToTable("work_lease");
        builder.HasKey(r => r.Work);
        builder.Property(r => r.Work).HasColumnName("work").HasMaxLength(20);
        builder.Property(r => r.Holder).HasColumnName("holder");
        builder.Property(r => r.EndsAt).HasColumnName("ends_at");
    }
}
