using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KpuSync.Storage.Duplicates;

/// <summary>Two registrations that a decision calls different people: the scanner does not ask again.</summary>
public sealed class DifferentPeopleRow : IEntityTypeConfiguration<DifferentPeopleRow>
{
    /// <summary>Lower identity number.</summary>
    public long FirstNik { get; set; }

    /// <summary>Its office.</summary>
    public string FirstOffice { get; set; } = "";

    /// <summary>Higher identity number; equal numbers are ordered by their offices.</summary>
    public long SecondNik { get; set; }

    /// <summary>Its office.</summary>
    public string SecondOffice { get; set; } = "";

    /// <summary>The case that was decided so.</summary>
    public long CaseId { get; set; }

    /// <inheritdoc/>
    public void Configure(EntityTypeBuilder<DifferentPeopleRow> builder)
    {
        builder.ToTable("different_people");
        builder.HasKey(r => new { r.FirstNik, r.FirstOffice, r.SecondNik, r.SecondOffice });
        builder.Property(r => r.FirstNik).HasColumnName("first_nik").ValueGeneratedNever();
        builder.Property(r => r.FirstOffice).HasColumnName("first_office").HasMaxLength(4);
        builder.Property(r => r.SecondNik).HasColumnName("second_nik");
        builder.Property(r => r.SecondOffice).HasColumnName("second_office").HasMaxLength(4);
        builder.Property(r => r.CaseId).HasColumnName("case_id");
    }
}
