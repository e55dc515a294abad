using System.Buffers.Text;
using System.Text;
using KpuSync.Client.Installations;

namespace KpuSync.Client.Tests.Installations;

public class CredentialOfficeTests
{
    [Fact]
    public void Of_CredentialOfAnOffice_IsItsOffice() => CredentialOffice.Of(CredentialWith("""{"sub":"5201","office":"5201"}""")).ShouldBe("5201");

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("not a credential")]
    [InlineData("a.b.c")]              // Not base64.
    public void Of_NoJwt_IsNull(string? credential) => CredentialOffice.Of(credential).ShouldBeNull();

    [Theory]
    [InlineData("""{"sub":"5201"}""")]
    [InlineData("""{"office":5201}""")]    // A number would have lost a leading zero: not ours.
    [InlineData("""["office"]""")]
    [InlineData("office")]
    public void Of_JwtWithoutTheClaim_IsNull(string payload) => CredentialOffice.Of(CredentialWith(payload)).ShouldBeNull();

    private static string CredentialWith(string payload) => $"e30.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(payload))}.c2lnbmF0dXJl";
}
