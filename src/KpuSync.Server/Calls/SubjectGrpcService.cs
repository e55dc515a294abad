using Grpc.Core;
using KpuSync.Contracts.V1;
using KpuSync.Core.Subjects;
using KpuSync.Rules.Values;
using KpuSync.Server.Access;
using KpuSync.Server.Errors;

namespace KpuSync.Server.Calls;

/// <summary>Maps the call of a data subject to its handler, and nothing else.</summary>
public sealed class SubjectGrpcService(SubjectHandler subjects, AccessTrail trail) : SubjectService.SubjectServiceBase
{
    public override async Task ReadSubject(ReadSubjectRequest request, IServerStreamWriter<ReadSubjectResponse> responseStream, ServerCallContext context)
    {
        var subject = Nik.TryParse(request.Nik, out var nik) ? $"{AccessTrail.OfficeRange(request.Range)}, subject {nik}" : "malformed";
        await using var reading = await trail.BeginAsync(context.Caller(), nameof(ReadSubject), subject, context.CancellationToken);
        if (SubjectHandler.Check(context.Caller(), request) is { } refusal)
            throw GrpcErrors.ToException(refusal, context.Language());
        await foreach (var found in subjects.ReadAsync(request, context.CancellationToken))
        {
            await responseStream.WriteAsync(found, context.CancellationToken);
            reading.Entries++;
        }
    }
}
