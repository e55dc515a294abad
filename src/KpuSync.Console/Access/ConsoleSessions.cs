using System.Collections.Concurrent;
using System.Security.Cryptography;
using KpuSync.Core.Access;

namespace KpuSync.Console.Access;

/// <summary>Who is signed in to this server's console. In memory: a restart asks everybody to sign in again, as it ends every open page anyway.</summary>
public sealed class ConsoleSessions(ConsoleSettings settings, TimeProvider clock)
{
    private const int IdBytes = 32;

    private readonly ConcurrentDictionary<string, ConsoleSession> _sessions = new(StringComparer.Ordinal);

    /// <summary>Begins a session.</summary>
    public ConsoleSession Begin(Caller caller, bool isOwn)
    {
        var now = clock.GetUtcNow();
        foreach (var (id, old) in _sessions)
        {
            if (IsOver(old, now))
                _sessions.TryRemove(id, out _);
        }

        var session = new ConsoleSession(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(IdBytes)), caller, isOwn, now, now + settings.SessionMax);
        _sessions[session.Id] = session;
        return session;
    }

    /// <summary>The session, if it is not over.</summary>
    public ConsoleSession? Find(string? id) => id is not null && _sessions.TryGetValue(id, out var session) && !IsOver(session, clock.GetUtcNow()) ? session : null;

    /// <summary>Notes that something was done in it, so that it does not end for idleness. A session that is over stays so.</summary>
    public void Touch(string? id)
    {
        if (Find(id) is { } session)
            session.LastActive = clock.GetUtcNow();
    }

    /// <summary>Ends a session.</summary>
    public void End(string? id)
    {
        if (id is not null)
            _sessions.TryRemove(id, out _);
    }

    private bool IsOver(ConsoleSession session, DateTimeOffset now) => now >= session.EndsAt || now - session.LastActive >= settings.IdleTimeout;
}
