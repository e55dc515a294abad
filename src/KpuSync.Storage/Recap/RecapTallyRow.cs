using KpuSync.Contracts.V1;
using KpuSync.Core.Recap;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KpuSync.Storage.Recap;

/// <summary>How many changes of one kind an office applied on one day, for one polling station and sex.</summary>
public sealed class RecapTallyRow : IEntityTypeConfiguration<RecapTallyRow>
{
    /// <summary>Office code.</summary>
    public string Office { get; set; } = "";

    /// <summary>The office's calendar day on which they were applied, as days since 0001-01-01.</summary>
    public int Day { get; set; }

    /// <summary>Village, 10 digits.</summary>
    public string VillageCode { get; set; } = "";

    /// <summary>Polling station in the village; 0 is not assigned.</summary>
    public int PollingStation { get; set; }

    /// <summary>What is counted.</summary>
    public Measure Measure { get; set; }

    /// <summary>Sex of the voters.</summary>
    public Sex Sex { get; set; }

    /// <summary>How many; may be negative or 0 where something was taken back.</summary>
    public long Count { get; set; }

    /// <inheritdoc/>
    public void Configure(EntityTypeBuilder<RecapTallyRow> builder)
    {
        builder.ToTable("recap_tally");

        // Day before place: what is written today lies together, and a period is one range.
        builder.HasKey(t => new { t.Office, t.Day, t.VillageCode, t.PollingStation, t.Measure, t.Sex });
        builder.Property(t => t.Office).HasColumnName("office").HasMaxLength(4);
        builder.Property(t => t.Day).HasColumnName("day");
        builder.Property(t => t.VillageCode).HasColumnName("village").HasMaxLength(10);
        builder.Property(t => t.PollingStation).HasColumnName("polling_station");
        builder.Property(t => t.Measure).HasColumnName("measure");
        builder.Property(t => t.Sex).HasColumnName("sex");
        builder.Property(t => t.Count).HasColumnName("n");
    }
}
