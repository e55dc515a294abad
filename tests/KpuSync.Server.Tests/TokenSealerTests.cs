using CsCheck;
using KpuSync.Core.Tokens;
using KpuSync.TestKit.Servers;
using Microsoft.Extensions.DependencyInjection;

namespace KpuSync.Server.Tests;

public sealed class TokenSealerTests(SharedServer shared) : IClassFixture<SharedServer>
{
    private readonly ITokenSealer _sealer = shared.Server.Services.GetRequiredService<ITokenSealer>();

    // Goal: a sealed payload comes back as it was, and no other text opens. Method: any bytes; any one character altered.
    [Fact]
    public void TryOpen_AnyPayload_IsWhatWasSealed() => Gen.Byte.Array[0, 200].Sample(payload =>
        _sealer.TryOpen(_sealer.Seal(payload), out var opened) == SealedTokenState.Opened && opened.AsSpan().SequenceEqual(payload), iter: 200);

    [Fact]
    public void TryOpen_AnyCharacterAltered_DoesNotOpen()
    {
        var token = _sealer.Seal("a place in a ledger"u8);

        // The last character may hold bits that no byte uses.
        Gen.Int[0, token.Length - 2].Sample(
            at => _sealer.TryOpen(token[..at] + (token[at] == 'x' ? 'y' : 'x') + token[(at + 1)..], out _) != SealedTokenState.Opened, iter: 200);
    }

    [Theory]
    [InlineData("")]
    [InlineData("v1.")]
    [InlineData("v2.AAAA")]
    [InlineData("v1.not base64url!")]
    [InlineData("hello")]
    public void TryOpen_AnotherForm_IsMalformed(string text) => _sealer.TryOpen(text, out _).ShouldBe(SealedTokenState.Malformed);

    [Fact]
    public async Task TryOpen_SealedByAnotherDeployment_IsUnreadable()
    {
        await using var other = await TestServer.StartAsync();
        var token = other.Services.GetRequiredService<ITokenSealer>().Seal("a place"u8);

        _sealer.TryOpen(token, out _).ShouldBe(SealedTokenState.Unreadable);
    }

    [Fact]
    public async Task TryOpen_AfterARestart_StillOpens()
    {
        using var folder = new TemporaryFolder();
        var options = new TestServerOptions { DataPath = Path.Combine(folder.Path, "kpusync.db") };
        string token;
        await using (var server = await TestServer.StartAsync(options))
            token = server.Services.GetRequiredService<ITokenSealer>().Seal("a place"u8);

        await using var again = await TestServer.StartAsync(options);

        again.Services.GetRequiredService<ITokenSealer>().TryOpen(token, out var payload).ShouldBe(SealedTokenState.Opened);
        payload.ShouldBe("a place"u8.ToArray());
    }
}
