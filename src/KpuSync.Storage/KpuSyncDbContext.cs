using KpuSync.Storage.Claims;
using KpuSync.Storage.Duplicates;
using KpuSync.Storage.Items;
using KpuSync.Storage.Ledger;
using KpuSync.Storage.Parties;
using KpuSync.Storage.Recap;
using KpuSync.Storage.Regions;
using KpuSync.Storage.Register;
using KpuSync.Storage.Replay;
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

    /// <summary>What offices keep besides voters.</summary>
    public DbSet<OfficeItemRow> OfficeItems => Set<OfficeItemRow>();

    /// <summary>In which lists of parties whom stands.</summary>
    public DbSet<PartyMemberRow> PartyMembers => Set<PartyMemberRow>();

    /// <summary>Every change that was not applied.</summary>
    public DbSet<PendingChangeRow> PendingChanges => Set<PendingChangeRow>();

    /// <summary>The jobs that replay and discard.</summary>
    public DbSet<FailedJobRow> FailedJobs => Set<FailedJobRow>();

    /// <summary>Every duplicate case.</summary>
    public DbSet<DuplicateCaseRow> DuplicateCases => Set<DuplicateCaseRow>();

    /// <summary>The sides of the cases.</summary>
    public DbSet<CaseMemberRow> CaseMembers => Set<CaseMemberRow>();

    /// <summary>Who is remembered as different people.</summary>
    public DbSet<DifferentPeopleRow> DifferentPeople => Set<DifferentPeopleRow>();

    /// <summary>The matching index.</summary>
    public DbSet<MatchKeyRow> MatchKeys => Set<MatchKeyRow>();

    /// <summary>How far the scanner has read.</summary>
    public DbSet<ScanCheckpointRow> ScanCheckpoints => Set<ScanCheckpointRow>();

    /// <summary>What offices say about other offices' voters.</summary>
    public DbSet<ClaimRow> Claims => Set<ClaimRow>();

    /// <summary>The tallies of the recap.</summary>
    public DbSet<RecapTallyRow> RecapTallies => Set<RecapTallyRow>();

    /// <summary>Village codes that were replaced.</summary>
    public DbSet<VillageTransferRow> VillageTransfers => Set<VillageTransferRow>();

    /// <summary>Regions that were imported since the release.</summary>
    public DbSet<RegionOverlayRow> RegionOverlays => Set<RegionOverlayRow>();

    /// <summary>The recap periods that are closed.</summary>
    public DbSet<RecapPeriodRow> RecapPeriods => Set<RecapPeriodRow>();

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
