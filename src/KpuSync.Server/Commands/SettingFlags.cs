using System.CommandLine;
using KpuSync.Server.Configuration;

namespace KpuSync.Server.Commands;

/// <summary>The flags that stand for settings. They win over the environment and appsettings.json.</summary>
internal static class SettingFlags
{
    private static readonly (Option<string> Flag, string Key)[] All =
    [
        (Flag("--database", "KIND", "sqlite or postgres (KpuSync:Database)."), nameof(ServerOptions.Database)),
        (Flag("--data", "FILE", "With sqlite: the file (KpuSync:Data)."), nameof(ServerOptions.Data)),
        (Flag("--connection", "TEXT", "With postgres: the connection string. Others see flags in the list of processes: put a password into KPUSYNC__CONNECTION (KpuSync:Connection)."), nameof(ServerOptions.Connection)),
        (Flag("--deployment", "NAME", "Identity of the deployment: production, trial, demo ... (KpuSync:Deployment)."), nameof(ServerOptions.Deployment)),
        (Flag("--log-format", "FORM", "text or json (KpuSync:LogFormat)."), nameof(ServerOptions.LogFormat)),
    ];

    private static readonly (Option<string> Flag, string Key)[] Serving =
    [
        (Flag("--grpc", "ADDRESS", "Where gRPC listens, for example http://127.0.0.1:5080; port 0 takes a free one (KpuSync:Grpc)."), nameof(ServerOptions.Grpc)),
        (Flag("--http", "ADDRESS", "Where health is asked for, HTTP/1.1 (KpuSync:Http)."), nameof(ServerOptions.Http)),
        (Flag("--console", "ADDRESS", "Where the administrators' console listens; '' for no console (KpuSync:Console:Address)."), $"{nameof(ServerOptions.Console)}:{nameof(ConsoleOptions.Address)}"),
        (Flag("--info-file", "FILE", "Write the actual addresses and the process id here as JSON (KpuSync:InfoFile)."), nameof(ServerOptions.InfoFile)),
    ];

    public static void AddTo(RootCommand root)
    {
        foreach (var (flag, _) in All)
        {
            flag.Recursive = true;
            root.Options.Add(flag);
        }

        foreach (var (flag, _) in Serving)
            root.Options.Add(flag);
    }

    /// <summary>The settings that were given as flags.</summary>
    public static Dictionary<string, string?> SettingsOf(ParseResult parsed) => All.Concat(Serving)
        .Where(pair => parsed.GetResult(pair.Flag) is not null)
        .ToDictionary(pair => $"{ServerOptions.Section}:{pair.Key}", pair => parsed.GetValue(pair.Flag));

    private static Option<string> Flag(string name, string value, string description) => new(name) { HelpName = value, Description = description };
}
