using KpuSync.Core.Store;
using Npgsql;

namespace KpuSync.Storage.Postgres.HotPath;

/// <summary>Commits what is going to be acknowledged: it returns well only if the synchronous standby has it too, where there is one.</summary>
/// <remarks>
/// A commit that stops waiting for its standby (a timeout of the database or of the driver, an administrator who cancels it) ends well, with nothing but a warning: it
/// stands on this machine alone, and a failover would lose it. So a warning is a refusal, also one of the statements that go with the commit: the driver does not say whose
/// it was. The sender asks again, and <see cref="ConfirmAsync"/> answers then.
/// </remarks>
internal static class DurableCommit
{
    /// <summary>Whether commits wait for a standby, in SQL.</summary>
    public const string HasStandby = "current_setting('synchronous_standby_names') <> ''";

    private static readonly Statement Commit = new("COMMIT");

    // Writes a record that nobody reads. Its own commit waits for the standby, and with it for everything that was committed before.
    private const string Confirm = "SELECT pg_logical_emit_message(true, 'kpusync', '') WHERE " + HasStandby;

    /// <summary>
    /// Runs the last statements of the connection's transaction and commits it, in one round trip, or in two if it waits for the statements however long they take. Where one
    /// fails, those after it are not run, and nothing is committed.
    /// </summary>
    /// <exception cref="StoreUnavailableException">It is not known to be committed everywhere. Whatever fails in the commit itself is the machine's: the content was taken before.</exception>
    /// <exception cref="NpgsqlException">A statement before the commit has failed.</exception>
    public static async ValueTask CommitAsync(PostgresSession session, IReadOnlyList<Statement> last, CancellationToken ct)
    {
        if (session.IsPatient)
        {
            // What may take for ever is the statements, and not to wait for a standby that is gone.
            await session.ExecuteAsync(last, ct);
            (session.IsPatient, last) = (false, []);
        }

        // Not to be cancelled once it is sent: whether it was committed would not be known.
        ct.ThrowIfCancellationRequested();
        await WaitAsync(session.Connection, () => session.ExecuteAsync([.. last, Commit], CancellationToken.None));
    }

    /// <summary>Sees to it that what was read is on the standby: it may have been committed here by a server that did not live to see it there.</summary>
    /// <exception cref="StoreUnavailableException">It is not known to be.</exception>
    public static ValueTask ConfirmAsync(PostgresSession session, CancellationToken ct) =>
        // A setting of the transaction that both are in, though nobody began one.
        WaitAsync(session.Connection, () => session.ExecuteAsync([new Statement("SELECT set_config('client_min_messages', 'warning', true)"), new Statement(Confirm)], ct));

    private static async ValueTask WaitAsync(NpgsqlConnection connection, Func<ValueTask> commit)
    {
        PostgresNotice? warning = null;

        // That notifications pile up is said at a commit, too, and has nothing to do with a standby.
        void Keep(object sender, NpgsqlNoticeEventArgs e) => warning = e.Notice.Routine == "asyncQueueFillWarning" ? warning : e.Notice;
        connection.Notice += Keep;
        try
        {
            await commit();
        }
        catch (NpgsqlException e) when (!IsBeforeTheCommit(e))
        {
            throw PostgresFailures.Unavailable(e);
        }
        finally
        {
            connection.Notice -= Keep;
        }

        if (warning is not null)
            throw new StoreUnavailableException($"The database does not know whether its standby has it ({warning.SqlState}).", new NpgsqlException(warning.MessageText));
    }

    private static bool IsBeforeTheCommit(NpgsqlException e) => e is PostgresException { BatchCommand.CommandText: var failed } && failed != Commit.Sql && failed != Confirm;
}
