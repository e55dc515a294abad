namespace KpuSync.Server.Hosting;

/// <summary>The server cannot start or a command cannot run, for a reason that the administrator can mend. The message says it whole.</summary>
public sealed class StartupException : Exception
{
    public StartupException(string message)
        : base(message)
    {
    }

    public StartupException(string message, Exception cause)
        : base(message, cause)
    {
    }
}
