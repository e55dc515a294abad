using KpuSync.Core.Duplicates.Matching;

namespace KpuSync.Server.Configuration;

/// <summary>Everything that the server can be told: section <c>KpuSync</c> of appsettings.json, <c>KPUSYNC__...</c> in the environment, or flags.</summary>
public sealed class ServerOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "KpuSync";

    /// <summary>
    /// Identity of the deployment, for example <c>production</c>, <c>trial</c> or <c>demo</c>: lower-case letters, digits and hyphens, 1 to 32.
    /// The database keeps the one of its first start; credentials carry it as their audience.
    /// </summary>
    public string Deployment { get; set; } = "trial";

    /// <summary>Where gRPC listens (HTTP/2 only). <c>https</c> needs a certificate under <c>Kestrel:Certificates:Default</c>; port 0 takes a free one.</summary>
    public string Grpc { get; set; } = "http://127.0.0.1:5080";

    /// <summary>Where health is asked for (HTTP/1.1).</summary>
    public string Http { get; set; } = "http://127.0.0.1:5081";

    /// <summary>Which database holds everything: <c>sqlite</c> (one file, <see cref="Data"/>) or <c>postgres</c> (<see cref="Connection"/>). Default <c>sqlite</c>.</summary>
    public string Database { get; set; } = DatabaseKinds.Sqlite;

    /// <summary>With <c>postgres</c>: an Npgsql connection string. It may hold a password, so no message and no log shows it.</summary>
    public string Connection { get; set; } = "";

    /// <summary>
    /// With <c>postgres</c>, if <see cref="Connection"/> goes through a pooler that gives each transaction another connection: the way past it, for notifications. Empty: <see cref="Connection"/> is direct.
    /// </summary>
    public string DirectConnection { get; set; } = "";

    /// <summary>
    /// Whether a PostgreSQL with <c>fsync</c> or <c>synchronous_commit</c> off will do, which may lose in a crash what was acknowledged. For tests; default false.
    /// </summary>
    public bool AllowVolatile { get; set; }

    /// <summary>With <c>sqlite</c>: the file; a relative path starts at the working directory. The folder is made if it is not there.</summary>
    public string Data { get; set; } = "data/kpusync.db";

    /// <summary>Most bytes that the database file may grow to; 0 is no limit of its own.</summary>
    public long DataBytesMax { get; set; }

    /// <summary>Where to write the actual addresses and the process id as JSON, once the server listens. Empty: nowhere.</summary>
    public string InfoFile { get; set; } = "";

    /// <summary>How long a stopping server waits for queued batches to be committed and acknowledged. Default 30 s.</summary>
    public TimeSpan ShutdownTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How often the ledgers are looked at for duplicates and claims. Default 1 s; zero: this server leaves it to <c>kpusync-server scan</c>.</summary>
    public TimeSpan ScanInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Form of the log on the console: <c>text</c> or <c>json</c>.</summary>
    public string LogFormat { get; set; } = "text";

    public ConsoleOptions Console { get; set; } = new();

    public LimitOptions Limits { get; set; } = new();

    public RuleOptions Rules { get; set; } = new();

    public TelemetryOptions Telemetry { get; set; } = new();

    public MatchOptions Matching { get; set; } = new();

    public CredentialOptions Credentials { get; set; } = new();

    public KeyRingOptions KeyRing { get; set; } = new();
}
