using KpuSync.Core.Glance;
using KpuSync.Core.Parties;
using KpuSync.Core.Progress;
using KpuSync.Core.Recap;
using KpuSync.Core.Replay;
using KpuSync.Core.Telemetry;
using KpuSync.Storage.Duplicates;
using KpuSync.Storage.Glance;
using KpuSync.Storage.Parties;
using KpuSync.Storage.Progress;
using KpuSync.Storage.Recap;
using KpuSync.Storage.Replay;
using KpuSync.Storage.Telemetry;
using Microsoft.Extensions.DependencyInjection;

namespace KpuSync.Storage;

/// <summary>Puts the reads that both databases share into a host.</summary>
public static class StorageServices
{
    /// <summary>Adds the queries. They ask for a context factory, which the database's own project adds.</summary>
    public static IServiceCollection AddKpuSyncQueries(this IServiceCollection services) => services
        .AddSingleton<LedgerQueries>()
        .AddSingleton<CaseQueries>()
        .AddSingleton<IRecapReader, RecapQueries>()
        .AddSingleton<IGlanceReader, GlanceQueries>()
        .AddSingleton<IProgressReader, ProgressQueries>()
        .AddSingleton<IPartyReader, PartyQueries>()
        .AddSingleton<IFiguresReader, FiguresQueries>()
        .AddSingleton<IFailedReader, FailedQueries>();
}
