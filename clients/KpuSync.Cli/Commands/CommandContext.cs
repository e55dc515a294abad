using System.Globalization;
using KpuSync.Cli.Output;
using KpuSync.Cli.Texts;
using KpuSync.Client;

namespace KpuSync.Cli.Commands;

/// <summary>One running command: its installation, its language and where it prints.</summary>
internal sealed class CommandContext
{
    public CommandContext(CliEnvironment environment, Language language, string home, bool json)
    {
        Environment = environment;
        Language = language;
        Home = home;
        Json = json;
        Screen = new Screen(environment, language);
        var options = new KpuSyncClientOptions { Directory = home, Language = language.Code(), Time = environment.Time };
        Client = new KpuSyncClient(RetrySeconds(environment) is { } patience ? options with { RetryFor = patience } : options);
    }

    public CliEnvironment Environment { get; }

    public Language Language { get; }

    /// <summary>The installation's directory.</summary>
    public string Home { get; }

    /// <summary>One JSON document instead of texts.</summary>
    public bool Json { get; }

    public Screen Screen { get; }

    public KpuSyncClient Client { get; }

    /// <summary>Prints the result as a document or as text.</summary>
    public void Print(Func<object> document, Action text)
    {
        if (Json)
            JsonDocuments.Write(Environment.Out, document());
        else
            text();
    }

    /// <summary>Runs something while its progress is shown.</summary>
    public Task<T> WithProgressAsync<T>(Func<IProgress<SyncProgress>, Task<T>> run) =>
        ProgressBoard.RunOneAsync(Environment, Language, run);

    public string T(Text text, params object[] values) => text.In(Language, values);

    // A person waits two minutes for a line to come back; a script may want to know sooner.
    private static TimeSpan? RetrySeconds(CliEnvironment environment) =>
        int.TryParse(environment.Variable("KPUSYNC_RETRY_SECONDS"), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? TimeSpan.FromSeconds(seconds)
            : null;
}
