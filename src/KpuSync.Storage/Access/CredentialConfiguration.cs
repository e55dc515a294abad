using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KpuSync.Storage.Access;

internal sealed class CredentialConfiguration : IEntityTypeConfiguration<CredentialRow>
{
    public void Configure(EntityTypeBuilder<CredentialRow> builder)
    {
        builder.ToTable("credential");
        builder.HasKey(row => row.Id);
        builder.Property(row => row.Id).HasMaxLength(CredentialRow.IdCharactersMax);
        builder.Property(row => row.Office).HasMaxLength(4);
        builder.Property(row => row.Role).HasMaxLength(32);
        builder.Property(row => row.Note).HasMaxLength(200);
        builder.Property(row => row.IssuedAt).HasConversion<UnixMilliseconds>();
        builder.Property(row => row.ExpiresAt).HasConversion<UnixMilliseconds>();
        builder.Property(row => row.RevokedAt).HasConversion<UnixMilliseconds>();
    }
}
