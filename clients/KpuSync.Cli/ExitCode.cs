namespace KpuSync.Cli;

/// <summary>What the process ends with; scripts rely on these numbers.</summary>
internal static class ExitCode
{
    /// <summary>All well.</summary>
    public const int Ok = 0;

    /// <summary>Something that nobody expected, or that this table has no number for.</summary>
    public const int Failed = 1;

    /// <summary>The command line, a file or a setting is wrong: nothing was sent.</summary>
    public const int Usage = 2;

    /// <summary>Some changes or rows were not applied.</summary>
    public const int SomeNotApplied = 3;

    /// <summary>The server cannot be reached or cannot take it now: what is waiting stays in the outbox.</summary>
    public const int Unreachable = 4;

    /// <summary>The credential does not allow it.</summary>
    public const int NotAllowed = 5;

    /// <summary>Stopped before anything was sent: the delta removes much of the list, or a filter finds parked changes, and nobody has confirmed it.</summary>
    public const int NeedsConfirmation = 6;

    /// <summary>Stopped by the user (128 + SIGINT), as shells count it.</summary>
    public const int Cancelled = 130;
}
