using KpuSync.Core.Store;

namespace KpuSync.Core.Replay;

/// <summary>Moves when a job begins, moves or ends.</summary>
public sealed class JobProgress : Signal;
