using KpuSync.Client.Installations;
using KpuSync.Client.Tests.Support;
using Microsoft.Data.Sqlite;

namespace KpuSync.Client.Tests.Installations;

public sealed class InstallationTests : IDisposable
{
    private readonly TempDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task Open_NotInitialised_SaysWhatToRun()
    {
        var client = new KpuSyncClient(new KpuSyncClientOptions { Directory = _directory.File("none") });
        var e = await Should.ThrowAsync<InstallationException>(() => client.StatusAsync());
        e.Code.ShouldBe("NOT_INITIALISED");
        e.Text.English.ShouldContain("kpusync init");
        Directory.Exists(_directory.File("none")).ShouldBeFalse();
    }

    [Fact]
    public async Task Init_ServerUnreachable_IsSetUpAllTheSameAndOwnerOnly()
    {
        var home = _directory.File("home");
        var client = new KpuSyncClient(new KpuSyncClientOptions { Directory = home });
        var report = await client.InitAsync(new InitOptions { Server = new Uri("http://127.0.0.1:1"), Office = "5201", Credential = "x.y.z" });
        report.Unreachable.ShouldNotBeNull();
        report.Created.ShouldBeTrue();
        (await client.StatusAsync()).ProducerId.ShouldBe(report.ProducerId);
        if (OperatingSystem.IsWindows())
            return;
        File.GetUnixFileMode(home).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        foreach (var file in Directory.EnumerateFiles(home))
            File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite, file);
    }

    [Theory]
    [InlineData("9999")] // No such regency.
    [InlineData("P99")] // No such province.
    [InlineData("5201012")]
    public async Task Init_NoSuchOffice_IsRefused(string office)
    {
        var client = new KpuSyncClient(new KpuSyncClientOptions { Directory = _directory.File("home") });
        var init = new InitOptions { Server = new Uri("http://127.0.0.1:1"), Office = office, Credential = "x" };
        (await Should.ThrowAsync<InstallationException>(() => client.InitAsync(init))).Code.ShouldBe("OFFICE_INVALID");
    }

    [Fact]
    public async Task Open_BrokenStateFile_IsNamed()
    {
        var client = new KpuSyncClient(new KpuSyncClientOptions { Directory = _directory.File("home") });
        await client.InitAsync(new InitOptions { Server = new Uri("http://127.0.0.1:1"), Office = "5201", Credential = "x" });
        foreach (var log in Directory.EnumerateFiles(_directory.File("home"), "state.db-*"))
            File.Delete(log);
        File.WriteAllText(Path.Combine(_directory.File("home"), "state.db"), new string('x', 10_000));
        (await Should.ThrowAsync<InstallationException>(() => client.ResumeAsync())).Code.ShouldBe("STATE_UNUSABLE");
    }

    [Theory]
    [InlineData(28)] // ENOSPC
    [InlineData(122)] // EDQUOT
    [InlineData(unchecked((int)0x80070070))] // ERROR_DISK_FULL
    public void DiskFull_OfTheSystem_IsRecognised(int code) => DiskFull.Is(new IOException("x", code)).ShouldBeTrue();

    [Fact]
    public void DiskFull_OfTheDatabase_IsRecognised()
    {
        DiskFull.Is(new SqliteException("full", 13)).ShouldBeTrue();
        DiskFull.Is(new SqliteException("busy", 5)).ShouldBeFalse();
        DiskFull.Is(new IOException("x", 5)).ShouldBeFalse();
    }
}
