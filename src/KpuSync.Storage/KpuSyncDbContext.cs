using KpuSync.Storage.Ledger;
using KpuSync.Storage.Register;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace KpuSync.Storage;

/// <summary>The whole model. Each database's project adds its provider and migrations, and its hot write path beside it.</summary>
public class KpuSyncDbContext(DbContextOptions<KpuSyncDbContext> options) : DbContext(options), IDataProtectionKeyContext
{
    /// <summary>Where each office's ledger ends.</summary>
    public DbSet<LedgerHeadRow> LedgerHeads => Set<LedgerHeadRow>();

    /// <summary>Every ledger entry.</summary>
    public DbSet<LedgerEntryRow> LedgerEntries => Set<LedgerEntryRow>();

    /// <summary>The mark of each producer.</summary>
    public DbSet<ProducerRow> Producers => Set<ProducerRow>();

    /// <summary>Every registration.</summary>
    public DbSet<RegistrationRow> Registrations => Set<RegistrationRow>();

    /// <summary>Every change that was not applied.</summary>
    public DbSet<PendingChangeRow> PendingChanges => Set<PendingChangeRow>();

    /// <inheritdoc/>
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        modelBuilder.Entity<DataProtectionKey>().ToTable("data_protection_key");
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(KpuSyncDbContext).Assembly);
    }
}
