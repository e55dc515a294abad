using System.IO.Compression;
using Grpc.Net.Compression;
using KpuSync.Rules.Registry;
using KpuSync.Server.Errors;

namespace KpuSync.Server.Calls;

/// <summary>gzip whose decompression stops at the message limit: gRPC's own limit looks at the compressed size, so a small message could fill the memory.</summary>
public sealed class BoundedGzip(long bytesMax, IHttpContextAccessor calls) : ICompressionProvider
{
    public string EncodingName => "gzip";

    public Stream CreateCompressionStream(Stream stream, CompressionLevel? compressionLevel) =>
        new GZipStream(stream, compressionLevel ?? CompressionLevel.Fastest, leaveOpen: true);

    public Stream CreateDecompressionStream(Stream stream) =>
        new BoundedStream(new GZipStream(stream, CompressionMode.Decompress, leaveOpen: true), bytesMax, calls.HttpContext);

    private sealed class BoundedStream(GZipStream inner, long bytesMax, HttpContext? call) : Stream
    {
        private long _bytes;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => _bytes;
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            var read = ReadInner(buffer);
            _bytes += read;
            // The whole size is not known without unpacking it all; what was unpacked so far is over the limit.
            return _bytes <= bytesMax ? read : throw GrpcErrors.ToException(Refusals.TooLarge(bytesMax, _bytes), LanguageOf(call));
        }

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        private int ReadInner(Span<byte> buffer)
        {
            try
            {
                return inner.Read(buffer);
            }
            catch (InvalidDataException)
            {
                throw GrpcErrors.ToException(Refusals.Invalid("grpc-encoding"), LanguageOf(call));
            }
        }

        private static Language LanguageOf(HttpContext? call) => call is null ? Language.Indonesian : CallLanguage.Of(call.Request);

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
