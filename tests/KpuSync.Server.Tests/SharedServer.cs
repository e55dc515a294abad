using KpuSync.TestKit.Servers;

namespace KpuSync.Server.Tests;

/// <summary>One server for the tests of a class that do not disturb each other.</summary>
public sealed class SharedServer : IAsyncLifetime
{
    public TestServer Server { get; private set; } = null!;

    public async Task InitializeAsync() => Server = await TestServer.StartAsync();

    public async Task DisposeAsync() => await Server.DisposeAsync();
}
