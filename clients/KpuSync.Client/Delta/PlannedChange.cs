using KpuSync.Contracts.V1;

namespace KpuSync.Client.Delta;

/// <summary>A change on its way to the outbox.</summary>
/// <param name="Change">The change.</param>
/// <param name="RowHash">Hash of what its rows say; 0 if it has none.</param>
/// <param name="Handle">Its row in the spool; -1 if it has none.</param>
/// <param name="SecondHandle">The other row of a polling station correction; -1 if there is none.</param>
internal readonly record struct PlannedChange(Change Change, ulong RowHash, int Handle = -1, int SecondHandle = -1);
