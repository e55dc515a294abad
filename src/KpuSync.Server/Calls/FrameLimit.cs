using System.Buffers;
using System.Buffers.Binary;
using System.IO.Pipelines;
using KpuSync.Rules.Registry;
using KpuSync.Server.Errors;
using Microsoft.AspNetCore.Http.Features;

namespace KpuSync.Server.Calls;

/// <summary>
/// Refuses a gRPC message by the length in its 5-byte prefix, before its bytes are read, with the limit and the actual size in the error:
/// gRPC's own limit tells the caller neither.
/// </summary>
public sealed class FrameLimit(PipeReader inner, long bytesMax, Language language) : PipeReader, IRequestBodyPipeFeature
{
    private const int PrefixBytes = 5;

    private ReadOnlySequence<byte> _buffer;
    // From the first byte that is not consumed to the next prefix that is not checked.
    private long _nextPrefix;

    public PipeReader Reader => this;

    public override async ValueTask<ReadResult> ReadAsync(CancellationToken cancellationToken = default)
    {
        var result = await inner.ReadAsync(cancellationToken);
        Check(result.Buffer);
        return result;
    }

    public override bool TryRead(out ReadResult result)
    {
        var read = inner.TryRead(out result);
        if (read)
            Check(result.Buffer);
        return read;
    }

    public override void AdvanceTo(SequencePosition consumed) => AdvanceTo(consumed, consumed);

    public override void AdvanceTo(SequencePosition consumed, SequencePosition examined)
    {
        _nextPrefix -= _buffer.Slice(0, consumed).Length;
        _buffer = default;
        inner.AdvanceTo(consumed, examined);
    }

    public override void CancelPendingRead() => inner.CancelPendingRead();

    public override void Complete(Exception? exception = null) => inner.Complete(exception);

    private void Check(ReadOnlySequence<byte> buffer)
    {
        _buffer = buffer;
        Span<byte> prefix = stackalloc byte[PrefixBytes];
        while (buffer.Length >= _nextPrefix + PrefixBytes)
        {
            buffer.Slice(_nextPrefix, PrefixBytes).CopyTo(prefix);
            long length = BinaryPrimitives.ReadUInt32BigEndian(prefix[1..]);
            if (length > bytesMax)
            {
                inner.AdvanceTo(buffer.Start, buffer.End);
                throw GrpcErrors.ToException(Refusals.TooLarge(bytesMax, length), language);
            }

            _nextPrefix += PrefixBytes + length;
        }
    }
}
