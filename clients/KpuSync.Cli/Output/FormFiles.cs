using KpuSync.Cli.Commands;
using KpuSync.Cli.Texts;

namespace KpuSync.Cli.Output;

/// <summary>Writes forms to the files that the command line names.</summary>
internal static class FormFiles
{
    public static void WriteXlsx(string path, IReadOnlyList<List<object?>> lines) => Write(path, file => FormFile.WriteXlsx(file, lines));

    public static void WriteCsv(string path, IReadOnlyList<List<object?>> lines) => Write(path, file => FormFile.WriteCsv(file, lines));

    /// <summary>Writes a file anew.</summary>
    public static void Write(string path, Action<Stream> write)
    {
        using var file = File.Create(path);
        write(file);
    }

    /// <summary>Tells which files were written.</summary>
    public static void Tell(CommandContext context, params ReadOnlySpan<string?> files)
    {
        foreach (var file in files)
        {
            if (file is not null)
                context.Screen.Line(context.T(RecapTexts.Written, file));
        }
    }
}
