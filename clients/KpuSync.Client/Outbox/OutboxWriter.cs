using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Google.Protobuf;
using KpuSync.Client.Delta;
using KpuSync.Client.Exports;
using KpuSync.Client.State;
using KpuSync.Contracts.V1;
using Microsoft.Data.Sqlite;

namespace KpuSync.Client.Outbox;

/// <summary>Cuts changes into batches and appends them to the outbox, inside the caller's transaction.</summary>
/// <remarks>
/// A batch is kept without the names of its office and producer: those are put on when it is sent. Beside it lie the hashes of its rows,
/// so that the baseline can advance, and the rows as they stood in the file, so that a report can be written when the file is gone.
/// </remarks>
internal sealed class OutboxWriter : IDisposable
{
    // Tags, lengths and the batch's own fields, which are not part of the changes.
    private const int BatchOverheadBytes = 1_024;
    private const int ChangeOverheadBytes = 6;

    private readonly Statement _append;
    private readonly Meta _meta;
    private readonly BatchLimits _limits;
    private readonly long _push;
    private readonly long _generation;
    private readonly MemoryStream _rows = new();
    private readonly List<ulong> _hashes = [];
    private Batch _batch = new();
    private long _bytes;
    private long _sequence;

    public OutboxWriter(SqliteConnection connection, Meta meta, BatchLimits limits, long push)
    {
        _append = new Statement(connection, """
            INSERT INTO outbox(generation, sequence, batch_id, push, changes, bytes, body, hashes, rows) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
            """);
        _meta = meta;
        _limits = limits;
        _push = push;
        _generation = meta.Generation;
        _sequence = meta.NextSequence;
    }

    /// <summary>Changes appended so far.</summary>
    public long Changes { get; private set; }

    /// <summary>Appends one change with its rows.</summary>
    public void Add(PlannedChange planned, RowSpool? spool)
    {
        var size = planned.Change.CalculateSize() + ChangeOverheadBytes;
        if (_batch.Changes.Count > 0 && (_batch.Changes.Count >= _limits.Changes || _bytes + size + BatchOverheadBytes > _limits.Bytes))
            Cut();
        _batch.Changes.Add(planned.Change);
        _hashes.Add(planned.RowHash);
        _bytes += size;
        Changes++;
        var count = (planned.Handle >= 0 ? 1 : 0) + (planned.SecondHandle >= 0 ? 1 : 0);
        _rows.WriteByte((byte)count);
        if (planned.Handle >= 0)
            AddRow(spool!.Packed(planned.Handle));
        if (planned.SecondHandle >= 0)
            AddRow(spool!.Packed(planned.SecondHandle));
    }

    /// <summary>Appends a change with rows that were packed before, when batches are cut anew.</summary>
    public void Add(Change change, ulong rowHash, IReadOnlyList<byte[]> packedRows)
    {
        Add(new PlannedChange(change, rowHash), null);
        if (packedRows.Count == 0)
            return;
        _rows.Position--;
        _rows.WriteByte((byte)packedRows.Count);
        foreach (var row in packedRows)
            AddRow(row);
    }

    /// <summary>Appends what is left and gives the next sequence number to the state.</summary>
    public void Finish()
    {
        if (_batch.Changes.Count > 0)
            Cut();
        _meta.SetNextSequence(_sequence);
    }

    public void Dispose()
    {
        _append.Dispose();
        _rows.Dispose();
    }

    private void AddRow(ReadOnlySpan<byte> packed)
    {
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, packed.Length);
        _rows.Write(length);
        _rows.Write(packed);
    }

    private void Cut()
    {
        var body = _batch.ToByteArray();
        _append
            .Bind(1, _generation)
            .Bind(2, _sequence++)
            .Bind(3, Guid.NewGuid().ToString())
            .Bind(4, _push)
            .Bind(5, _batch.Changes.Count)
            .Bind(6, body.Length)
            .Bind(7, Blobs.Compress(body))
            .Bind(8, MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(_hashes)))
            .Bind(9, Blobs.Compress(_rows.GetBuffer().AsSpan(0, (int)_rows.Length)))
            .Execute();
        _batch = new Batch();
        _bytes = 0;
        _hashes.Clear();
        _rows.SetLength(0);
    }
}

/// <summary>What one batch may hold.</summary>
/// <param name="Changes">Most changes.</param>
/// <param name="Bytes">Most bytes, encoded and not compressed.</param>
internal readonly record struct BatchLimits(int Changes, int Bytes)
{
    /// <summary>While no server has said what it takes.</summary>
    public static BatchLimits Default { get; } = new(1_000, 1 << 20);
}
