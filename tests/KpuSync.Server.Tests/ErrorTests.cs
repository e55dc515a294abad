using Grpc.Core;
using KpuSync.Contracts.V1;
using KpuSync.Rules.Registry;
using KpuSync.Server.Errors;
using KpuSync.TestKit.Servers;

namespace KpuSync.Server.Tests;

public sealed class ErrorTests
{
    public static TheoryData<ErrorReason> Reasons => [.. Enum.GetValues<ErrorReason>().Where(reason => reason is not ErrorReason.Unspecified)];

    [Theory]
    [MemberData(nameof(Reasons))]
    public void ToException_EveryReason_HasItsDetailsAndNoPlaceLeftOpen(ErrorReason reason)
    {
        // What a reason's texts need is what the contract's sample error shows.
        var metadata = SyncErrors.Of(reason).Metadata.Select(name => (name, "17")).ToArray();

        var exception = GrpcErrors.ToException(Core.SyncError.Of(reason, metadata), Language.English);

        exception.StatusCode.ShouldBe(GrpcErrors.CodeOf(reason));
        exception.StatusCode.ShouldNotBe(StatusCode.OK);
        exception.StatusCode.ShouldNotBe(StatusCode.Unknown);
        exception.Reason().ShouldBe(SyncErrors.Of(reason).Code);
        exception.Info().Domain.ShouldBe("kpusync");
        exception.Text().Message.ShouldNotContain("{");
        (exception.StatusCode is StatusCode.Internal).ShouldBe(reason is ErrorReason.Internal);
    }
}
