namespace KpuSync.Storage.Copying;

/// <summary>Hears how far a copy is, in the order in which things happen.</summary>
public interface ICopyProgress
{
    /// <summary>So many rows of a table are on their way.</summary>
    void Copying(string table, long rows);

    /// <summary>A table is over there.</summary>
    void Copied(CopiedTable table);

    /// <summary>A table is being read back.</summary>
    void Comparing(string table);

    /// <summary>The chain and the tallies of an office were computed over there.</summary>
    void Verified(CopiedLedger ledger);
}
