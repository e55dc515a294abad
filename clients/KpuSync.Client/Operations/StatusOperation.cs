namespace KpuSync.Client.Operations;

/// <summary>Reads how an installation stands from its own files.</summary>
internal static class StatusOperation
{
    public static StatusReport Run(OperationScope scope)
    {
        var (batches, changes) = scope.Outbox.Waiting();
        var config = scope.Installation.Config;
        return new StatusReport(
            scope.Installation.Directory,
            config.Server,
            config.Office,
            scope.Meta.Producer,
            config.Deployment,
            scope.Meta.Acknowledged,
            batches,
            changes,
            (long)State.SqliteCommands.Scalar(scope.State.Connection, "SELECT count(*) FROM unapplied")!,
            scope.BaselineVoters(),
            scope.Outbox.LastReceipt(),
            scope.Outbox.LastPush(),
            scope.Meta.Pulled);
    }
}
