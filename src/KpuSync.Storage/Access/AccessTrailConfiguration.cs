using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KpuSync.Storage.Access;

internal sealed class AccessTrailConfiguration : IEntityTypeConfiguration<AccessTrailRow>
{
    public void Configure(EntityTypeBuilder<AccessTrailRow> builder)
    {
        builder.ToTable("access_trail");
        builder.HasKey(row => row.Id);
        builder.Property(row => row.CredentialId).HasMaxLength(64);
        builder.Property(row => row.Office).HasMaxLength(4);
        builder.Property(row => row.Role).HasMaxLength(32);
        builder.Property(row => row.Call).HasMaxLength(64);
        builder.Property(row => row.Range).HasMaxLength(64);
        builder.Property(row => row.StartedAt).HasConversion<UnixMilliseconds>();
        builder.Property(row => row.EndedAt).HasConversion<UnixMilliseconds>();
    }
}
