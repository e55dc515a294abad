using System.Data.Common;

namespace KpuSync.Core.Store;

/// <summary>Tells failures apart.</summary>
public static class StoreFailures
{
    /// <summary>True for disk, lock, connection, or the server stopping: nothing is wrong with the changes.</summary>
    public static bool IsOfTheMachine(Exception e) => e is StoreUnavailableException or DbException or OperationCanceledException;
}
