using Grpc.Core;
using KpuSync.Contracts.V1;
using KpuSync.TestKit.Servers;

namespace KpuSync.Server.Tests;

public sealed class AuthorityTests : IAsyncLifetime
{
    private FakeAuthority _authority = null!;
    private TestServer _server = null!;

    public async Task InitializeAsync()
    {
        _authority = await FakeAuthority.StartAsync();
        _server = await TestServer.StartAsync(new TestServerOptions
        {
            Settings = new Dictionary<string, string>
            {
                ["Credentials:Authority"] = _authority.Address,
                ["Credentials:OfficeClaim"] = "kpu_office",
                ["Credentials:RoleClaim"] = "kpu_role",
                ["Credentials:PartyClaim"] = "kpu_party",
            },
        });
    }

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        await _authority.DisposeAsync();
    }

    [Fact]
    public async Task Call_CredentialOfTheAuthority_IsTakenForItsOffice()
    {
        var response = await OpenAsync(_authority.Issue("trial", Claims("5201", "operator")));

        response.NextSequence.ShouldBe(1);
    }

    [Fact]
    public async Task Call_OwnCredentialBesideAnAuthority_IsTakenToo()
    {
        var response = await OpenAsync(await _server.IssueTokenAsync("5201"));

        response.NextSequence.ShouldBe(1);
    }

    [Theory]
    [InlineData("production", "5201", "operator")]      // For another deployment.
    [InlineData("trial", "52 01", "operator")]          // Not an office.
    [InlineData("trial", "5201", "king")]               // Not a role.
    [InlineData("trial", "5201", "party-operator")]     // Of no party.
    [InlineData("trial", "5201", "party-operator", "0")]
    [InlineData("trial", "5201", "party-operator", "BURUH")]
    public async Task Call_AuthoritysCredentialThatSaysTooLittle_IsRefused(string audience, string office, string role, string? party = null)
    {
        var refusal = await Should.ThrowAsync<RpcException>(() => OpenAsync(_authority.Issue(audience, Claims(office, role, party))));

        refusal.Reason().ShouldBe("CREDENTIAL_INVALID");
    }

    [Fact]
    public async Task Call_PartyOperatorOfTheAuthority_IsTakenForItsParty()
    {
        var response = await OpenAsync(_authority.Issue("trial", Claims("5201", "party-operator", "6")));

        response.NextSequence.ShouldBe(1);
    }

    [Fact]
    public async Task Call_OfASubjectThatIsRevoked_IsRefusedByWhateverToken()
    {
        var (exit, output, _) = await CommandLine.RunOnAsync(_server.DataPath, "token", "revoke", "--subject", "pegawai-1");
        exit.ShouldBe(0);
        output.Trim().ShouldBe("Revoked 1.");

        var claims = Claims("5201", "operator");
        claims["jti"] = Guid.NewGuid().ToString();
        (await Should.ThrowAsync<RpcException>(() => OpenAsync(_authority.Issue("trial", claims)))).Reason().ShouldBe("CREDENTIAL_REVOKED");
        claims["sub"] = "pegawai-2";
        (await OpenAsync(_authority.Issue("trial", claims))).NextSequence.ShouldBe(1);
    }

    [Fact]
    public async Task Call_CredentialOfAnotherAuthority_IsRefused()
    {
        await using var other = await FakeAuthority.StartAsync();

        var refusal = await Should.ThrowAsync<RpcException>(() => OpenAsync(other.Issue("trial", Claims("5201", "operator"))));

        refusal.Reason().ShouldBe("CREDENTIAL_INVALID");
    }

    private static Dictionary<string, object> Claims(string office, string role, string? party = null)
    {
        var claims = new Dictionary<string, object> { ["sub"] = "pegawai-1", ["kpu_office"] = office, ["kpu_role"] = role };
        if (party is not null)
            claims["kpu_party"] = party;
        return claims;
    }

    private async Task<OpenProducerResponse> OpenAsync(string token) =>
        await _server.ClientFor(token).OpenProducerAsync(new OpenProducerRequest { OfficeCode = "5201", ProducerId = Guid.NewGuid().ToString() });
}
