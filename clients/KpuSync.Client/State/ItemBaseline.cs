using KpuSync.Client.Items;
using KpuSync.Contracts.V1;
using Microsoft.Data.Sqlite;

namespace KpuSync.Client.State;

/// <summary>What a change of an item would say to the server. The numbers are those of the look-up.</summary>
internal enum ItemNews
{
    /// <summary>Something new.</summary>
    New = 0,

    /// <summary>What the server is known to hold.</summary>
    Known = 1,

    /// <summary>What was not applied before.</summary>
    NotAppliedBefore = 2,
}

/// <summary>What the server is known to hold of items (reports, plans, party data): a hash for each, and the hash of what it last did not apply.</summary>
internal sealed class ItemBaseline : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly Statement _find;
    private readonly Statement _applied;
    private readonly Statement _refused;

    public ItemBaseline(SqliteConnection connection)
    {
        _connection = connection;
        _find = new Statement(connection, "SELECT CASE ?3 WHEN hash THEN 1 WHEN refused THEN 2 ELSE 0 END FROM item_baseline WHERE kind=?1 AND item_key=?2");
        _applied = new Statement(connection, """
            INSERT INTO item_baseline(kind, item_key, hash) VALUES(?1, ?2, ?3) ON CONFLICT(kind, item_key) DO UPDATE SET hash=?3, refused=NULL
            """);
        _refused = new Statement(connection, """
            INSERT INTO item_baseline(kind, item_key, refused) VALUES(?1, ?2, ?3) ON CONFLICT(kind, item_key) DO UPDATE SET refused=?3
            """);
    }

    /// <summary>Compares a change with the baseline.</summary>
    public ItemNews NewsOf(Change change)
    {
        if (ItemIdentity.Of(change) is not { } item)
            return ItemNews.New;
        return (ItemNews)(_find.Bind(1, (int)item.Kind).Bind(2, item.Key).Bind(3, (long)ItemIdentity.HashOf(change)).Number() ?? 0);
    }

    /// <summary>The members of a party that the server is known to hold, those that were taken out included: card, and hash of what was said last.</summary>
    public IReadOnlyList<(string Card, ulong Hash)> MembersOf(int party)
    {
        // Keys of a party lie between its slash and the sign after that.
        var from = ItemIdentity.Member(party, "").Key;
        using var command = _connection.Prepare(
            "SELECT item_key, hash FROM item_baseline WHERE kind=$kind AND item_key>$from AND item_key<$to AND hash IS NOT NULL",
            ("$kind", (int)Change.KindOneofCase.PartyMember), ("$from", from), ("$to", from[..^1] + (char)(from[^1] + 1)));
        using var rows = command.ExecuteReader();
        var members = new List<(string, ulong)>();
        while (rows.Read())
            members.Add((rows.GetString(0)[from.Length..], (ulong)rows.GetInt64(1)));
        return members;
    }

    /// <summary>Takes over one change's outcome; nothing happens if it is about a voter.</summary>
    public void Advance(Change change, OutcomeStatus status)
    {
        if (ItemIdentity.Of(change) is not { } item)
            return;
        var statement = status is OutcomeStatus.Applied or OutcomeStatus.Unchanged ? _applied : _refused;
        statement.Bind(1, (int)item.Kind).Bind(2, item.Key).Bind(3, (long)ItemIdentity.HashOf(change)).Execute();
    }

    public void Dispose()
    {
        _find.Dispose();
        _applied.Dispose();
        _refused.Dispose();
    }
}
