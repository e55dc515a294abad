namespace KpuSync.Storage.Sqlite.HotPath;

/// <summary>The part about jobs.</summary>
internal sealed partial class Statements
{
    private const string JobColumns = "cursor_office, cursor_position, cursor_index, body";

    public Statement Job => Get($"SELECT {JobColumns} FROM failed_job WHERE id = $0");

    public Statement RunningJobs => Get($"SELECT {JobColumns} FROM failed_job WHERE state = 1 ORDER BY create_time_ms, id");

    public Statement PutJob => Get(
        $"""
        INSERT INTO failed_job (id, office_range, state, create_time_ms, {JobColumns}) VALUES ($0, $1, $2, $3, $4, $5, $6, $7)
        ON CONFLICT (id) DO UPDATE SET state = excluded.state, cursor_office = excluded.cursor_office, cursor_position = excluded.cursor_position,
            cursor_index = excluded.cursor_index, body = excluded.body
        """);
}
