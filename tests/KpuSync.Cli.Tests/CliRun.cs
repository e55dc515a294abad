using System.Text.Json;

namespace KpuSync.Cli.Tests;

/// <summary>What one command line printed and ended with.</summary>
internal sealed record CliRun(int ExitCode, string Out, string Error)
{
    public JsonElement Json => JsonDocument.Parse(Out).RootElement;

    /// <summary>Runs the command line inside this process, with an environment of its own.</summary>
    public static Task<CliRun> InProcessAsync(params string[] arguments) => InProcessAsync(new Dictionary<string, string>(), arguments);

    public static async Task<CliRun> InProcessAsync(Dictionary<string, string> variables, params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var environment = new CliEnvironment { Out = output, Error = error, Variable = name => variables.GetValueOrDefault(name) };
        var exitCode = await CliApp.RunAsync(arguments, environment, CancellationToken.None);
        return new CliRun(exitCode, output.ToString(), error.ToString());
    }
}
