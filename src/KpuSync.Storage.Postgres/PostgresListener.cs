using KpuSync.Core.Ledger;
using KpuSync.Core.Push;
using Npgsql;

namespace KpuSync.Storage.Postgres;

/// <summary>Hears of entries that are written through other servers, on a connection of its own. It must be a direct one: a pooler in between may not pass it on.</summary>
public sealed class PostgresListener(PostgresStoreOptions options, LedgerSignal written, PushActivity pushes)
{
    /// <summary>The channel of the database on which every commit to a ledger is told.</summary>
    public const string Channel = "kpusync_ledger";

    /// <summary>What is told of a commit of many pushed changes; of others nothing more.</summary>
    public const string LoadPayload = "load";

    /// <summary>Listens until the connection is lost. The signal moves once as soon as nothing is missed any more: something may have been written before.</summary>
    /// <param name="begun">Called once it hears.</param>
    /// <param name="ct">Ends it.</param>
    /// <exception cref="NpgsqlException">The connection is lost, or there is none.</exception>
    public async Task ListenAsync(Action begun, CancellationToken ct)
    {
        await using var source = NpgsqlDataSource.Create(PostgresConnections.ForListening(options));
        await using var connection = await source.OpenConnectionAsync(ct);
        connection.Notification += (_, heard) => Hear(heard.Payload);
        await using (var listen = new NpgsqlCommand($"LISTEN {Channel}", connection))
            await listen.ExecuteNonQueryAsync(ct);
        written.Moved();
        begun();
        while (true)
            await connection.WaitAsync(ct);
    }

    private void Hear(string payload)
    {
        if (payload == LoadPayload)
            pushes.NoteLoad();
        written.Moved();
    }
}
