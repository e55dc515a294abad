using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace KpuSync.Server.Logs;

/// <summary>Writes what another formatter writes, with identity numbers masked: in messages, values, scopes and exceptions alike.</summary>
public sealed class MaskingFormatter(Func<ConsoleFormatter> inner) : ConsoleFormatter(FormatterName)
{
    /// <summary>The name under which it is registered.</summary>
    public const string FormatterName = "masked";

    private readonly Lazy<ConsoleFormatter> _inner = new(inner);

    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        using var plain = new StringWriter();
        _inner.Value.Write(logEntry, scopeProvider, plain);
        textWriter.Write(DigitMask.Of(plain.ToString()));
    }
}
