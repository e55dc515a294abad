using KpuSync.Core.Access;

namespace KpuSync.Console.Access;

/// <summary>Somebody who is signed in.</summary>
public sealed class ConsoleSession(string id, Caller caller, bool isOwn, DateTimeOffset now, DateTimeOffset endsAt)
{
    private long _lastActive = now.UtcTicks;

    /// <summary>Random; it stands in the cookie, encrypted.</summary>
    public string Id => id;

    /// <summary>Who it is, as an API call would see it.</summary>
    public Caller Caller => caller;

    /// <summary>True if the server itself issued the credential.</summary>
    public bool IsOwn => isOwn;

    /// <summary>When it ends, whatever is done in it.</summary>
    public DateTimeOffset EndsAt => endsAt;

    /// <summary>When something was last done in it.</summary>
    public DateTimeOffset LastActive
    {
        get => new(Interlocked.Read(ref _lastActive), TimeSpan.Zero);
        set => Interlocked.Exchange(ref _lastActive, value.UtcTicks);
    }
}
