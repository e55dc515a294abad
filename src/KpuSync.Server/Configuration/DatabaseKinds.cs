namespace KpuSync.Server.Configuration;

/// <summary>The values of <see cref="ServerOptions.Database"/>.</summary>
internal static class DatabaseKinds
{
    public const string Sqlite = "sqlite";
    public const string Postgres = "postgres";
}
