namespace KpuSync.Benchmarks.Floors;

/// <summary>Rows a second of each floor.</summary>
internal readonly record struct FloorRates(double Indexed, double KeyOnly, double EntityFramework);

/// <summary>All floors of one database. Their tables keep what they were given, so that they grow as the register does.</summary>
internal sealed class FloorSet : IAsyncDisposable
{
    // Of two sizes the better one counts: which one it is depends on the database and the disk.
    private static readonly int[] Sizes = [1_000, 10_000];
    private const int EntityRows = 1_000;

    private readonly Dictionary<int, IFloor> _indexed = [];
    private readonly Dictionary<int, IFloor> _keyOnly = [];
    private readonly IFloor _entity;

    private FloorSet(IFloor entity) => _entity = entity;

    public static async Task<FloorSet> MakeAsync(string kind, Workspace workspace)
    {
        var database = await BenchDatabase.MakeAsync(kind, workspace, "floor");
        var table = new FloorTable("entity", HasIndexes: false);
        await (await MakeAsync(database, table)).DisposeAsync();
        var set = new FloorSet(new EntityFloor(await database.OpenAsync(), table, database.IsPostgres));
        foreach (var size in Sizes)
        {
            set._indexed.Add(size, await MakeAsync(database, new FloorTable($"indexed_{size}", HasIndexes: true)));
            set._keyOnly.Add(size, await MakeAsync(database, new FloorTable($"key_only_{size}", HasIndexes: false)));
        }

        return set;
    }

    /// <summary>Writes the same rows to each.</summary>
    public async Task<FloorRates> MeasureAsync(IReadOnlyList<FloorRow> rows) => new(
        await BestAsync(_indexed, rows), await BestAsync(_keyOnly, rows), await RateAsync(_entity, rows, EntityRows));

    /// <summary>One row, committed by itself.</summary>
    public Task CommitOneAsync(FloorRow row) => _keyOnly[Sizes[0]].WriteAsync([row]);

    public async ValueTask DisposeAsync()
    {
        foreach (var floor in _indexed.Values.Concat(_keyOnly.Values).Append(_entity))
            await floor.DisposeAsync();
    }

    private static async Task<double> BestAsync(Dictionary<int, IFloor> floors, IReadOnlyList<FloorRow> rows)
    {
        var best = 0.0;
        foreach (var (size, floor) in floors)
            best = Math.Max(best, await RateAsync(floor, rows, size));
        return best;
    }

    private static async Task<double> RateAsync(IFloor floor, IReadOnlyList<FloorRow> rows, int rowsPerTransaction)
    {
        var seconds = await Timing.SecondsAsync(async () =>
        {
            foreach (var transaction in rows.Chunk(rowsPerTransaction))
                await floor.WriteAsync(transaction);
        });
        return rows.Count / seconds;
    }

    private static async Task<IFloor> MakeAsync(BenchDatabase database, FloorTable table) => database.IsPostgres
        ? await PostgresFloor.MakeAsync(await database.OpenAsync(), table)
        : new SqliteFloor(await database.OpenAsync(), table);
}
