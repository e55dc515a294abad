namespace KpuSync.Core.Duplicates.Matching;

/// <summary>How alike two words are that are not equal; more is more alike.</summary>
internal enum WordLikeness
{
    /// <summary>Two words.</summary>
    None,

    /// <summary>One is a letter that the other begins with.</summary>
    Initial,

    /// <summary>Apart by a vowel or the last letter: RIZKI and RIZKA, RAHMAN and RAHMAT.</summary>
    Rhyming,

    /// <summary>Apart by a slip that is large for the length: ERNI and ERINI.</summary>
    Near,

    /// <summary>A slip apart.</summary>
    Similar,
}
