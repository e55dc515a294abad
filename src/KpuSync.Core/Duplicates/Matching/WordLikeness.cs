namespace KpuSync.Core.Duplicates.Matching;

/// <summary>How alike two words are that are not equal; more is more alike.</summary>
internal enum WordLikeness
{
    /// <summary>Two words.</summary>
    None,

    /// <summary>One is a letter that the other begins with.</summary>
    Initial,

    /// <summary>A slip apart, and as likely two names: RINA and RINI, RAHMAN and RAHMAT.</summary>
    Near,

    /// <summary>A slip apart.</summary>
    Similar,
}
