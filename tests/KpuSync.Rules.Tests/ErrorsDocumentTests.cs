using System.Runtime.CompilerServices;

namespace KpuSync.Rules.Tests;

public class ErrorsDocumentTests
{
    [Fact]
    public void ErrorsDocument_InTheRepository_IsWhatTheRegistrySays()
    {
        var path = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "../../docs/errors.md"));
        if (Environment.GetEnvironmentVariable(ErrorsDocument.RewriteVariable) == "1")
            File.WriteAllText(path, ErrorsDocument.Write());
        File.ReadAllText(path).ReplaceLineEndings("\n").ShouldBe(ErrorsDocument.Write());
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
