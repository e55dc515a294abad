using System.Runtime.CompilerServices;
using Grpc.Core;
using KpuSync.Client.Operations;
using KpuSync.Client.Push;
using KpuSync.Contracts.V1;

namespace KpuSync.Client;

/// <summary>What is held about one person, for a person who asks.</summary>
public sealed partial class KpuSyncClient
{
    /// <summary>Streams everything that names a person in a range, and who has read it. For administrators.</summary>
    /// <param name="nik">Identity number, 16 digits.</param>
    /// <param name="range">An office, a province (<c>P52</c>) or the centre (<c>RI</c>); null is the installation's own range.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="NotAllowedException">Not an administrator, or not its range.</exception>
    public async IAsyncEnumerable<ReadSubjectResponse> ReadSubjectAsync(
        string nik, string? range = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var scope = await OperationScope.LookAsync(_options, cancellationToken);
        var request = new ReadSubjectRequest { Nik = nik, Range = range ?? scope.Installation.Config.Office };
        using var call = scope.Connection.Subjects.ReadSubject(request, scope.Connection.Stream(cancellationToken));
        while (true)
        {
            try
            {
                if (!await call.ResponseStream.MoveNext(cancellationToken))
                    yield break;
            }
            catch (RpcException e) when (!cancellationToken.IsCancellationRequested)
            {
                throw RpcErrors.ToException(e, scope.Installation.Config.Deployment);
            }

            yield return call.ResponseStream.Current;
        }
    }
}
