using KpuSync.Client.State;
using KpuSync.Contracts.V1;

namespace KpuSync.Client.Operations;

/// <summary>One touched voter on the way through the ledger: before the batches that are reverted, and now.</summary>
internal sealed class VoterHistory
{
    private VoterRecord? _now;

    /// <summary>The record before the first reverted batch that touched the voter; null if there was none, or if it was removed.</summary>
    public VoterRecord? Before { get; private set; }

    /// <summary>The record now; null if there is none, or if it is removed.</summary>
    public VoterRecord? Now => _now;

    /// <summary>The change that made it what it is now.</summary>
    public Revision? Revision { get; private set; }

    /// <summary>True if a reverted batch touched it.</summary>
    public bool IsReverted { get; private set; }

    /// <summary>The row of the first reverted change.</summary>
    public string Reference { get; private set; } = "";

    /// <summary>The number that it came from, by a change of NIK in a reverted batch.</summary>
    public string OldNik { get; private set; } = "";

    /// <summary>The number that it went to.</summary>
    public string NewNik { get; private set; } = "";

    /// <summary>A later batch that touched it again: sequence and producer; 0 and nothing if it was settled on the server.</summary>
    public (long Sequence, string Producer)? Later { get; private set; }

    public void Apply(Change change, VoterRecord? record, Entry entry, int index, bool isTarget)
    {
        if (isTarget && !IsReverted)
        {
            IsReverted = true;
            Before = _now;
            Reference = change.Reference;
        }
        else if (!isTarget && IsReverted)
        {
            Later ??= (entry.Batch?.Sequence ?? 0, entry.Batch?.ProducerId ?? "");
        }

        if (isTarget && change.KindCase == Change.KindOneofCase.VoterNikChange)
        {
            if (record is null)
                NewNik = BaselineWriter.NikOf(change);
            else
                OldNik = change.VoterNikChange.OldNik;
        }

        _now = record;
        Revision = new Revision { Position = entry.Position, Index = index };
    }
}
