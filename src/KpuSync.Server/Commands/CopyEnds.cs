using KpuSync.Server.Configuration;
using KpuSync.Server.Hosting;

namespace KpuSync.Server.Commands;

/// <summary>The two ends of a copy, as the flags name them: <c>sqlite:PATH</c> and <c>postgres:CONNECTION</c>. What stands after the colon may hold a password, so no message repeats it.</summary>
internal static class CopyEnds
{
    private const string OneWay = "A copy goes from a SQLite file to PostgreSQL, and not back: --from sqlite:PATH --to postgres:CONNECTION.";

    /// <summary>The settings that stand for both ends. What a flag leaves empty comes from the settings as ever.</summary>
    /// <exception cref="StartupException">They are none.</exception>
    public static Dictionary<string, string?> SettingsOf(string from, string to)
    {
        var settings = new Dictionary<string, string?> { [Key(nameof(ServerOptions.Database))] = DatabaseKinds.Postgres };
        if (After(DatabaseKinds.Sqlite, "--from", from) is { Length: > 0 } path)
            settings[Key(nameof(ServerOptions.Data))] = path;
        if (After(DatabaseKinds.Postgres, "--to", to) is { Length: > 0 } connection)
            settings[Key(nameof(ServerOptions.Connection))] = connection;
        return settings;
    }

    private static string After(string kind, string flag, string text)
    {
        var parts = text.Split(':', 2);
        if (parts.Length == 2 && parts[0] == kind)
            return parts[1];
        throw new StartupException(parts is [DatabaseKinds.Sqlite or DatabaseKinds.Postgres, _]
            ? OneWay
            : $"{flag} begins with neither `{DatabaseKinds.Sqlite}:` nor `{DatabaseKinds.Postgres}:`. {OneWay}");
    }

    private static string Key(string name) => $"{ServerOptions.Section}:{name}";
}
