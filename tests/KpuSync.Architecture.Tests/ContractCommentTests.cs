using System.Text.RegularExpressions;

namespace KpuSync.Architecture.Tests;

/// <summary>The errors of every RPC stand in its comment: that is what an integrator reads.</summary>
public partial class ContractCommentTests
{
    // https://grpc.github.io/grpc/core/md_doc_statuscodes.html
    private static readonly string[] StatusCodes =
    [
        "CANCELLED", "UNKNOWN", "INVALID_ARGUMENT", "DEADLINE_EXCEEDED", "NOT_FOUND", "ALREADY_EXISTS", "PERMISSION_DENIED", "RESOURCE_EXHAUSTED",
        "FAILED_PRECONDITION", "ABORTED", "OUT_OF_RANGE", "UNIMPLEMENTED", "INTERNAL", "UNAVAILABLE", "DATA_LOSS", "UNAUTHENTICATED",
    ];

    public static TheoryData<string, string> Rpcs
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var path in Repository.Files("*_service.proto"))
            {
                foreach (var (rpc, comment) in CommentsOf(path))
                {
                    data.Add(rpc, comment);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Rpcs))]
    public void Rpc_Comment_NamesItsErrorsAndWhatTheCallerDoes(string rpc, string comment)
    {
        var errors = comment.Split("Errors:\n");
        errors.Length.ShouldBe(2, $"{rpc}: one paragraph `Errors:`");

        foreach (var line in errors[1].Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            (ErrorWithRemedy().IsMatch(line) || AsOtherRpc().IsMatch(line)).ShouldBeTrue($"{rpc}: `{line}` names a status, a reason and a remedy");
        }
    }

    [Fact]
    public void Services_ErrorsInComments_AreStatusCodesAndReasonsThatExist()
    {
        var reasons = ReasonName().Matches(File.ReadAllText(Repository.FullPath("protos/kpu/sync/v1/error_reason.proto")))
            .Select(match => match.Groups[1].Value)
            .ToHashSet();

        var unknown =
            from path in Repository.Files("*_service.proto")
            from line in File.ReadLines(Repository.FullPath(path))
            let error = ErrorLine().Match(line)
            where error.Success
            from name in Quoted().Matches(error.Value).Select(match => match.Groups[1].Value)
            where !reasons.Contains(name) && !StatusCodes.Contains(name)
            select $"{path}: {name}";

        unknown.ShouldBeEmpty();
    }

    private static IEnumerable<(string Rpc, string Comment)> CommentsOf(string path)
    {
        var comment = new List<string>();
        foreach (var line in File.ReadLines(Repository.FullPath(path)).Select(line => line.Trim()))
        {
            if (line.StartsWith("//", StringComparison.Ordinal))
            {
                comment.Add(line[2..].Trim());
                continue;
            }

            if (RpcName().Match(line) is { Success: true } rpc)
            {
                yield return (rpc.Groups[1].Value, string.Join('\n', comment));
            }

            comment.Clear();
        }
    }

    [GeneratedRegex(@"^rpc (\w+)")]
    private static partial Regex RpcName();

    [GeneratedRegex(@"ERROR_REASON_(\w+) = ")]
    private static partial Regex ReasonName();

    [GeneratedRegex(@"^- `[A-Z_]+`( / `[A-Z_]+`(, `[A-Z_]+`)*)?: \S+")]
    private static partial Regex ErrorWithRemedy();

    [GeneratedRegex(@"^- as `\w+`")]
    private static partial Regex AsOtherRpc();

    [GeneratedRegex(@"// - `[A-Z_]+`[^:]*:")]
    private static partial Regex ErrorLine();

    [GeneratedRegex(@"`([A-Z_]+)`")]
    private static partial Regex Quoted();
}
