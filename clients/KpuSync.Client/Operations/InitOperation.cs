using KpuSync.Client.Installations;
using KpuSync.Client.Pull;
using KpuSync.Client.Push;
using KpuSync.Client.State;
using KpuSync.Client.Texts;
using KpuSync.Contracts.V1;
using KpuSync.Rules.Regions;
using KpuSync.Rules.Values;

namespace KpuSync.Client.Operations;

/// <summary>Sets an installation up, changes its server or credential, or rebuilds it from the server.</summary>
internal static class InitOperation
{
    public static async Task<InitReport> RunAsync(
        KpuSyncClientOptions options, InitOptions init, IProgress<SyncProgress>? progress, CancellationToken cancellationToken)
    {
        var directory = Path.GetFullPath(options.Directory);
        var created = !File.Exists(Installation.ConfigPath(directory));
        if (created)
            Installation.Write(directory, NewConfig(init, options.Time), init.Credential ?? "");
        else
            await ChangeAsync(options, init, progress, cancellationToken);

        using var scope = await OperationScope.OpenAsync(options, progress, cancellationToken);
        var (setAside, pulled) = (0L, 0L);
        ServerUnreachableException? unreachable = null;
        try
        {
            await LearnAsync(scope, cancellationToken);
            if (init.FromServer)
            {
                setAside = BeginAnew(scope);
                var pull = new BaselinePull(options, scope.Installation, scope.Meta, scope.Connection, scope.Report);
                await pull.RunAsync(null, cancellationToken);
                pulled = pull.Entries;
            }
        }
        catch (ServerUnreachableException e)
        {
            if (init.FromServer)
                throw;
            unreachable = e;
        }

        return new InitReport(
            directory,
            scope.Installation.Config.Office,
            scope.Meta.Producer,
            scope.Installation.Config.Deployment,
            created,
            scope.BaselineVoters(),
            pulled,
            setAside,
            unreachable);
    }

    private static InstallationConfig NewConfig(InitOptions init, TimeProvider time)
    {
        var office = OfficeOf(init.Office ?? CredentialOffice.Of(init.Credential) ?? throw ClientTexts.SettingMissing("office"));
        var server = init.Server ?? throw ClientTexts.SettingMissing("server");
        return new InstallationConfig { Server = server.ToString(), Office = office, Created = time.GetUtcNow() };
    }

    private static async Task ChangeAsync(
        KpuSyncClientOptions options, InitOptions init, IProgress<SyncProgress>? progress, CancellationToken cancellationToken)
    {
        using var scope = await OperationScope.OpenAsync(options, progress, cancellationToken);
        var config = scope.Installation.Config;
        if (init.Office is not null && OfficeOf(init.Office) != config.Office)
            throw ClientTexts.OfficeDiffers(config.Office);
        if (init.Server is not null)
            config = config with { Server = init.Server.ToString() };
        Installation.Write(scope.Installation.Directory, config, init.Credential);
    }

    private static string OfficeOf(string text) =>
        OfficeCode.TryParse(text.Trim().Replace(".", "", StringComparison.Ordinal), out var office) && Exists(office)
            ? office.Value
            : throw ClientTexts.OfficeInvalid();

    private static bool Exists(OfficeCode office) => office.Kind switch
    {
        OfficeKind.Regency => RegionCatalogue.Default.ContainsRegency(office.Value),
        OfficeKind.Province => RegionCatalogue.Default.ContainsProvince(office.ProvinceCode),
        _ => true,
    };

    // Only asks, and only with what a new producer would say: the answer names the deployment and shows that the credential works.
    private static async Task LearnAsync(OperationScope scope, CancellationToken cancellationToken)
    {
        var config = scope.Installation.Config;
        if (OfficeCode.Parse(config.Office).Kind is not OfficeKind.Regency)
        {
            // An administrator has no producer; that it may read its range shows that the credential works.
            var cases = new ListCasesRequest { Range = config.Office, PageSize = 1 };
            await scope.CallAsync(options => scope.Connection.Duplicates.ListCasesAsync(cases, options), cancellationToken);
            return;
        }

        var request = new OpenProducerRequest
        {
            OfficeCode = config.Office,
            ProducerId = Guid.NewGuid().ToString(),
            Deployment = config.Deployment,
            ContractVersion = PushSession.ContractVersion,
        };
        try
        {
            var answer = await scope.Connection.Service.OpenProducerAsync(request, scope.Connection.Unary(cancellationToken));
            if (config.Deployment.Length > 0 && config.Deployment != answer.Deployment)
                throw ClientTexts.DeploymentMismatch(config.Deployment, answer.Deployment);
            scope.Installation.Change(config with { Deployment = answer.Deployment });
        }
        catch (Grpc.Core.RpcException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw RpcErrors.ToException(e, config.Deployment);
        }
    }

    private static long BeginAnew(OperationScope scope)
    {
        var waiting = scope.Outbox.Waiting().Changes;
        using var transaction = scope.State.Connection.BeginTransaction();
        scope.Meta.BeginGeneration();
        scope.State.Connection.Execute("DELETE FROM unapplied");
        BaselinePull.Reset(scope.State, scope.Meta);
        transaction.Commit();
        return waiting;
    }
}
