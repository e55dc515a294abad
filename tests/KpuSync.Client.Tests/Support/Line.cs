using System.Collections.Concurrent;

namespace KpuSync.Client.Tests.Support;

/// <summary>The line between a client and its server, which a test can cut and put back, or make fail after some messages.</summary>
internal sealed class Line
{
    private readonly ConcurrentQueue<string> _calls = new();
    private int _bytesLeft = int.MaxValue;
    private int _answersToCut;

    /// <summary>True while nothing gets through.</summary>
    public bool IsCut { get; set; }

    /// <summary>The line breaks once after so many request bytes.</summary>
    public void BreakAfter(int bytes) => Volatile.Write(ref _bytesLeft, bytes);

    /// <summary>The line breaks once, before the next byte of an answer.</summary>
    public void BreakNextAnswer() => Volatile.Write(ref _answersToCut, 1);

    /// <summary>The calls that went out, by the name of the RPC.</summary>
    public IReadOnlyCollection<string> Calls => _calls;

    public HttpMessageHandler Handler() => new Gate(this);

    private bool Spend(int bytes)
    {
        if (IsCut)
            return false;
        if (Volatile.Read(ref _bytesLeft) == int.MaxValue || Interlocked.Add(ref _bytesLeft, -bytes) > 0)
            return true;
        Volatile.Write(ref _bytesLeft, int.MaxValue);
        return false;
    }

    private sealed class Gate(Line line) : DelegatingHandler(new SocketsHttpHandler { EnableMultipleHttp2Connections = true })
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (line.IsCut)
                throw new HttpRequestException(HttpRequestError.ConnectionError, "The line is cut.");
            if (request.Content is { } content)
            {
                var metered = new Metered(line, content);
                foreach (var header in content.Headers)
                    metered.Headers.TryAddWithoutValidation(header.Key, header.Value);
                request.Content = metered;
            }

            line._calls.Enqueue(request.RequestUri!.Segments[^1]);
            var response = await base.SendAsync(request, cancellationToken);
            var answer = new StreamContent(new AnswerStream(line, await response.Content.ReadAsStreamAsync(cancellationToken)));
            foreach (var header in response.Content.Headers)
                answer.Headers.TryAddWithoutValidation(header.Key, header.Value);
            response.Content = answer;
            return response;
        }
    }

    private sealed class AnswerStream(Line line, Stream inner) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override void Flush() => throw new NotSupportedException();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => Interlocked.Exchange(ref line._answersToCut, 0) == 0
            ? inner.ReadAsync(buffer, cancellationToken)
            : throw new IOException("The line broke.");

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        protected override void Dispose(bool disposing)
        {
            inner.Dispose();
            base.Dispose(disposing);
        }
    }

    private sealed class Metered(Line line, HttpContent inner) : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, System.Net.TransportContext? context) =>
            inner.CopyToAsync(new MeteredStream(line, stream), context);

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }

    private sealed class MeteredStream(Line line, Stream inner) : Stream
    {
        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override void Flush() => inner.Flush();

        public override Task FlushAsync(CancellationToken cancellationToken) => inner.FlushAsync(cancellationToken);

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => line.Spend(buffer.Length)
            ? inner.WriteAsync(buffer, cancellationToken)
            : throw new IOException("The line broke.");

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();
    }
}
