using KpuSync.Core.Claims;
using KpuSync.Core.Duplicates;
using KpuSync.Core.Duplicates.Matching;
using KpuSync.Core.Glance;
using KpuSync.Core.Ledger;
using KpuSync.Core.Parties;
using KpuSync.Core.Progress;
using KpuSync.Core.Pull;
using KpuSync.Core.Push;
using KpuSync.Core.Recap;
using KpuSync.Core.Replay;
using KpuSync.Core.Settlements;
using KpuSync.Core.Subjects;
using KpuSync.Core.Telemetry;
using KpuSync.Core.Tokens;
using KpuSync.Core.Transfers;
using KpuSync.Rules;
using KpuSync.Rules.Regions;
using KpuSync.Rules.Registry;
using Microsoft.Extensions.DependencyInjection;

namespace KpuSync.Core;

/// <summary>Puts the handlers into a host. The host adds a store, an <see cref="ITokenSealer"/>, a <see cref="TimeProvider"/> and logging.</summary>
public static class CoreServices
{
    /// <summary>Adds every handler.</summary>
    public static IServiceCollection AddKpuSyncCore(this IServiceCollection services, SyncLimits limits, MatchOptions? matching = null, RuleSeverities? severities = null) => services
        .AddSingleton(limits)
        .AddSingleton<SyncMetrics>()
        .AddSingleton<CurrentRegions>()
        .AddSingleton<VillageTransfers>()
        .AddSingleton(s => new ChangeRules(s.GetRequiredService<CurrentRegions>(), s.GetRequiredService<VillageTransfers>(), severities))
        .AddSingleton<TokenReader>()
        .AddSingleton<BatchScreen>()
        .AddSingleton<BatchDecider>()
        .AddSingleton<EntryComposer>()
        .AddSingleton<GroupTransaction>()
        .AddSingleton<PushActivity>()
        .AddSingleton<ScanTurns>()
        .AddSingleton<LedgerSignal>()
        .AddSingleton<GroupWriter>()
        .AddSingleton<EpochHandler>()
        .AddSingleton<LedgerHistory>()
        .AddSingleton<PushHandler>()
        .AddSingleton<OpenProducerHandler>()
        .AddSingleton<ValidateHandler>()
        .AddSingleton<ReceiptHandler>()
        .AddSingleton<PullHandler>()
        .AddSingleton<ChainVerifier>()
        .AddSingleton<VerifyLedgerHandler>()
        .AddSingleton<RebuildHandler>()
        .AddSingleton<SettlementComposer>()
        .AddSingleton<SettlementOpener>()
        .AddSingleton<HoldRelease>()
        .AddSingleton<HoldHandler>()
        .AddSingleton<ParkedPages>()
        .AddSingleton<ParkedReading>()
        .AddSingleton<FailedSelection>()
        .AddSingleton<FailedListHandler>()
        .AddSingleton<ReplayDecider>()
        .AddSingleton<PreviewReplayHandler>()
        .AddSingleton<JobProgress>()
        .AddSingleton<JobPage>()
        .AddSingleton<JobRunner>()
        .AddSingleton<FailedJobHandler>()
        .AddSingleton<PartyHoldRelease>()
        .AddSingleton<PartyProfiles>()
        .AddSingleton<ListPictures>()
        .AddSingleton<CheckPartyHandler>()
        .AddSingleton<CheckOrganisationHandler>()
        .AddSingleton<ListPartiesHandler>()
        .AddSingleton<TallyCheck>()
        .AddSingleton<RecapReading>()
        .AddSingleton<FirstDays>()
        .AddSingleton<ClosingReader>()
        .AddSingleton<RecapHandler>()
        .AddSingleton<ClosePeriodHandler>()
        .AddSingleton<ReopenPeriodHandler>()
        .AddSingleton<GlanceHandler>()
        .AddSingleton<ProgressHandler>()
        .AddSingleton<ItemVersions>()
        .AddSingleton<ReportVersionsHandler>()
        .AddSingleton<PlanVersionsHandler>()
        .AddSingleton(matching ?? new MatchOptions())
        .AddSingleton<PairScorer>()
        .AddSingleton<PairFinder>()
        .AddSingleton<Scanner>()
        .AddSingleton<ClaimHandler>()
        .AddSingleton<SubjectHandler>()
        .AddSingleton<TrailHandler>()
        .AddSingleton<CaseViews>()
        .AddSingleton<CaseListHandler>()
        .AddSingleton<DecisionHandler>()
        .AddSingleton<TransferObstacles>()
        .AddSingleton<TransferHandler>();
}
