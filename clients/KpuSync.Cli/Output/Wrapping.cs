namespace KpuSync.Cli.Output;

/// <summary>Breaks long lines between words.</summary>
internal static class Wrapping
{
    /// <summary>The lines of a text; those after the first are indented as the first is.</summary>
    public static IReadOnlyList<string> Lines(string text, int width)
    {
        if (text.Length <= width)
            return [text];
        var indent = text[..^text.TrimStart().Length];
        List<string> lines = [];
        var line = "";
        foreach (var word in text[indent.Length..].Split(' '))
        {
            if (line.Length > 0 && indent.Length + line.Length + 1 + word.Length > width)
            {
                lines.Add(indent + line);
                line = word;
                continue;
            }

            line = line.Length == 0 ? word : $"{line} {word}";
        }

        lines.Add(indent + line);
        return lines;
    }
}
