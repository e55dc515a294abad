using Google.Protobuf;
using KpuSync.Contracts.V1;
using KpuSync.Core.Push;
using KpuSync.TestKit.Stores;

namespace KpuSync.Simulation;

/// <summary>A producer as the contract asks it to be: a journal written before anything is sent, each receipt kept, in step with the server after every break.</summary>
internal sealed class SimulatedProducer(string id, string office)
{
    private readonly List<Batch> _journal = [];
    private readonly List<Receipt> _receipts = [];

    public string Id => id;

    public string Office => office;

    public IReadOnlyList<Batch> Journal => _journal;

    public IReadOnlyList<Receipt> Receipts => _receipts;

    public bool HasWaiting => _receipts.Count < _journal.Count;

    public Batch NextWaiting => _journal[_receipts.Count];

    public void Write(ChangeSource source) => _journal.Add(source.NextBatch(_journal.Count + 1, id, office));

    public void Take(Receipt receipt)
    {
        if (receipt.Sequence != _receipts.Count + 1 || receipt.BatchId != NextWaiting.BatchId)
            throw new InvalidOperationException("A receipt came out of order.");
        if (_receipts.Count > 0 && receipt.Epoch == _receipts[^1].Epoch && receipt.Position <= _receipts[^1].Position)
            throw new InvalidOperationException("A token went backwards.");
        _receipts.Add(receipt);
    }

    /// <summary>Asks where the server stands and goes there.</summary>
    public async Task OpenAsync(TestCore core)
    {
        var last = _receipts.Count > 0 ? _receipts[^1] : null;
        var request = new OpenProducerRequest
        {
            OfficeCode = office,
            ProducerId = id,
            LastSequence = _receipts.Count,
            LastChainHash = last?.ChainHash ?? ByteString.Empty,
            Token = last?.Token ?? "",
        };
        var open = (await core.Get<OpenProducerHandler>().HandleAsync(TestCore.Operator(office), request, default)).Value;
        switch (open.State)
        {
            case ProducerState.InStep:
                break;
            case ProducerState.ServerAhead:
                foreach (var receipt in open.MissedReceipts)
                    Take(receipt);
                break;
            case ProducerState.ServerBehind:
                if (open.LastReceipt is { } held && !held.Equals(_receipts[(int)held.Sequence - 1]))
                    throw new InvalidOperationException("The server's last receipt is not the journal's.");
                _receipts.RemoveRange((int)open.NextSequence - 1, _receipts.Count - (int)open.NextSequence + 1);
                break;
            default:
                throw new InvalidOperationException($"The server says {open.State}.");
        }
    }
}
