using Microsoft.Extensions.Hosting.Systemd;
using Microsoft.Extensions.Logging.Console;

namespace KpuSync.Server.Logs;

/// <summary>The log of the server: on the console, as text or JSON, always masked.</summary>
public static class MaskedConsole
{
    public static ILoggingBuilder AddMaskedConsole(this ILoggingBuilder logging, string format)
    {
        // Replaces every other provider, so that nothing is logged past the mask.
        logging.ClearProviders();
        logging.AddSimpleConsole(text =>
        {
            text.SingleLine = true;
            text.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ ";
            text.UseUtcTimestamp = true;
        });
        logging.AddJsonConsole(json =>
        {
            json.UseUtcTimestamp = true;
            json.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ";
            json.IncludeScopes = true;
        });
        logging.AddSystemdConsole();
        var name = format == "json" ? ConsoleFormatterNames.Json
            : SystemdHelpers.IsSystemdService() ? ConsoleFormatterNames.Systemd
            : ConsoleFormatterNames.Simple;
        logging.Services.AddSingleton<ConsoleFormatter>(services =>
            // Resolved when the first line is written: the formatters are one list, and this one is in it.
            new MaskingFormatter(() => services.GetServices<ConsoleFormatter>().First(formatter => formatter.Name == name)));
        logging.Services.PostConfigure<ConsoleLoggerOptions>(console =>
        {
            console.FormatterName = MaskingFormatter.FormatterName;
            // What a command prints stays alone on standard output.
            console.LogToStandardErrorThreshold = LogLevel.Trace;
        });
        return logging;
    }
}
