using System.Text;
using System.Text.Json;
using KpuSync.Client.State;
using KpuSync.Client.Texts;
using KpuSync.Rules.Values;
using Microsoft.Data.Sqlite;

namespace KpuSync.Client.Installations;

/// <summary>One opened installation directory: its configuration, credential and state, held under the lock until disposed.</summary>
internal sealed class Installation : IDisposable
{
    private readonly InstallationLock? _lock;

    private Installation(string directory, InstallationLock? held, InstallationConfig config, string credential, StateDatabase state)
    {
        Directory = directory;
        _lock = held;
        Config = config;
        Credential = credential;
        State = state;
    }

    public string Directory { get; }

    public InstallationConfig Config { get; private set; }

    public string Credential { get; }

    public StateDatabase State { get; }

    public OfficeCode Office => OfficeCode.FromTrusted(Config.Office);

    public string ReportsDirectory => Path.Combine(Directory, "reports");

    public static string ConfigPath(string directory) => Path.Combine(directory, "config.json");

    public static string CredentialPath(string directory) => Path.Combine(directory, "credential");

    /// <summary>Opens an installation.</summary>
    /// <param name="options">Where it is.</param>
    /// <param name="waiting">Called once if another command is at work. Null: only look, beside whatever is at work.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task<Installation> OpenAsync(KpuSyncClientOptions options, Action? waiting, CancellationToken cancellationToken)
    {
        var directory = Path.GetFullPath(options.Directory);
        if (!File.Exists(ConfigPath(directory)))
            throw ClientTexts.NotInitialised(directory);
        var held = waiting is null ? null : await InstallationLock.AcquireAsync(directory, options.Time, waiting, cancellationToken);
        try
        {
            var config = JsonSerializer.Deserialize(await File.ReadAllBytesAsync(ConfigPath(directory), cancellationToken), ClientJson.Default.InstallationConfig)
                ?? throw ClientTexts.NotInitialised(directory);
            var credential = File.Exists(CredentialPath(directory))
                ? (await File.ReadAllTextAsync(CredentialPath(directory), cancellationToken)).Trim()
                : "";
            return new Installation(directory, held, config, credential, StateDatabase.Open(directory, options.StatePagesMax));
        }
        catch (SqliteException e) when (!DiskFull.Is(e))
        {
            held?.Dispose();
            throw ClientTexts.StateBroken(directory, e);
        }
        catch
        {
            held?.Dispose();
            throw;
        }
    }

    /// <summary>Writes configuration and credential of a new or changed installation. A new one has no lock yet; for a changed one the caller holds it.</summary>
    public static void Write(string directory, InstallationConfig config, string? credential)
    {
        OwnerOnly.CreateDirectory(directory);
        OwnerOnly.CreateDirectory(Path.Combine(directory, "reports"));
        if (credential is not null)
            OwnerOnly.Replace(CredentialPath(directory), Encoding.UTF8.GetBytes(credential.Trim()));
        OwnerOnly.Replace(ConfigPath(directory), JsonSerializer.SerializeToUtf8Bytes(config, ClientJson.Default.InstallationConfig));
    }

    public void Change(InstallationConfig config)
    {
        OwnerOnly.Replace(ConfigPath(Directory), JsonSerializer.SerializeToUtf8Bytes(config, ClientJson.Default.InstallationConfig));
        Config = config;
    }

    /// <summary>Lets other commands work, for an operation that only reads and may last for days.</summary>
    public void Unlock() => _lock?.Dispose();

    public void Dispose()
    {
        State.Dispose();
        _lock?.Dispose();
    }
}
