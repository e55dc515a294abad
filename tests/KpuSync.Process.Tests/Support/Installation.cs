using System.Text.Json;

namespace KpuSync.Process.Tests.Support;

/// <summary>One installation of <c>kpusync</c>: its directory, and the commands that run in it.</summary>
internal sealed class Installation(string home)
{
    private const string Program = "kpusync";

    /// <summary>All well.</summary>
    public const int Ok = 0;

    /// <summary>The planted rows that cannot be applied are told of with this one.</summary>
    public const int SomeNotApplied = 3;

    public string Home => home;

    public RunningProgram Start(params IEnumerable<string> arguments) => RunningProgram.Start(Program, [.. arguments, "--home", home, "--lang", "en"]);

    public async Task<ProgramResult> RunAsync(params IEnumerable<string> arguments)
    {
        await using var running = Start(arguments);
        return await running.EndAsync();
    }

    /// <summary>Pushes an export, which must end well; returns what the command reports.</summary>
    public async Task<JsonElement> PushAsync(string export)
    {
        var ended = (await RunAsync("push", export, "--json", "--yes")).ShouldEndWith(Ok, SomeNotApplied);
        return Parse(ended.Out);
    }

    public async Task<JsonElement> StatusAsync() => Parse((await RunAsync("status", "--json")).ShouldEndWith(Ok).Out);

    public async Task<string> ProducerAsync() => (await StatusAsync()).GetProperty("producerId").GetString()!;

    /// <summary>Copies the directory while no command is at work.</summary>
    public void CopyTo(string target)
    {
        foreach (var file in Directory.EnumerateFiles(home, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(target, Path.GetRelativePath(home, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    public static JsonElement Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }
}
