using KpuSync.Server.Logs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace KpuSync.Server.Tests;

public sealed class LogMaskTests
{
    [Theory]
    [InlineData("NIK 5201011201870001 ditolak", "NIK 5201********0001 ditolak")]
    [InlineData("5201011201870001", "5201********0001")]
    [InlineData("x5201011201870001,5201010101100001y", "x5201********0001,5201********0001y")]
    [InlineData("52010112018700011", "5201*********0011")]                      // Longer runs hide one too.
    [InlineData("٥٢٠١٠١١٢٠١٨٧٠٠٠١", "٥٢٠١********٠٠٠١")]                      // Digits of another script.
    [InlineData("520101120187000", "520101120187000")]                          // 15 digits are no NIK.
    [InlineData("", "")]
    public void Of_Text_MasksSixteenDigits(string text, string expected) => DigitMask.Of(text).ShouldBe(expected);

    [Theory]
    [InlineData("text")]
    [InlineData("json")]
    public void Log_AnyPartWithANik_IsMasked(string format)
    {
        var line = Written(format, "voter {Nik} of {Office}", new InvalidOperationException("row 5201011201870003"));

        line.ShouldContain("5201********0001");
        line.ShouldContain("5201********0003");
        line.ShouldNotContain("5201011201870001");
        line.ShouldNotContain("5201011201870003");
    }

    private static string Written(string format, string message, Exception exception)
    {
        var services = new ServiceCollection().AddLogging(logging => logging.AddMaskedConsole(format));
        using var provider = services.BuildServiceProvider();
        var formatter = provider.GetServices<ConsoleFormatter>().Single(one => one.Name == MaskingFormatter.FormatterName);
        var state = new Dictionary<string, object?> { ["Nik"] = "5201011201870001", ["Office"] = "5201", ["{OriginalFormat}"] = message };
        var entry = new LogEntry<IReadOnlyDictionary<string, object?>>(
            LogLevel.Error, "test", 0, state, exception, (values, _) => $"voter {values["Nik"]} of {values["Office"]}");
        using var written = new StringWriter();
        formatter.Write(entry, null, written);
        return written.ToString();
    }
}
