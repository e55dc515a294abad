using Microsoft.AspNetCore.Components.Server.Circuits;

namespace KpuSync.Console.Access;

/// <summary>Notes that somebody does something on an open page. Requests do not tell: a page talks over one connection.</summary>
public sealed class ActivityHandler(CurrentSession current, ConsoleSessions sessions) : CircuitHandler
{
    /// <inheritdoc/>
    public override Func<CircuitInboundActivityContext, Task> CreateInboundActivityHandler(Func<CircuitInboundActivityContext, Task> next) => async context =>
    {
        sessions.Touch(await current.IdAsync());
        await next(context);
    };
}
