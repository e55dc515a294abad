using System.CommandLine;

namespace KpuSync.Benchmarks;

/// <summary>Options that the benchmarks share.</summary>
internal static class Arguments
{
    public static Option<bool> Json() => new("--json") { Description = "One JSON object a line instead of text." };

    public static Option<int> Count(string name, int count, string description) =>
        new(name) { Description = description, DefaultValueFactory = _ => count };
}
