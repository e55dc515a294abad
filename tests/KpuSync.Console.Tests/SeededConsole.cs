using KpuSync.TestKit.Changes;

namespace KpuSync.Console.Tests;

/// <summary>A console over a province in which something of everything waits.</summary>
public sealed class SeededConsole : IAsyncLifetime
{
    /// <summary>Where the over-100 stands that is held in 5201.</summary>
    public const string HoldPath = "/tertahan/5201/1/3";

    /// <summary>The failed batch of 5201: a corrected NIK that somebody else has.</summary>
    public const string FailedPath = "/batch-gagal/5201/2";

    public ConsoleServer Server { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Server = await ConsoleServer.StartAsync();
        await SeedAsync(Server);
    }

    public async Task DisposeAsync() => await Server.DisposeAsync();

    public static async Task SeedAsync(ConsoleServer server)
    {
        await server.PushAsync(
            "5201", VoterExamples.New(1), VoterExamples.New(2), VoterExamples.New(3), VoterExamples.Upsert(VoterExamples.Record(70, birthDate: "1924-05-05")),
            ProgressExamples.Report("2026-10", 700_000_000));
        var corrected = VoterExamples.Record(3);
        corrected.Nik = VoterExamples.NikOf(1);
        await server.PushAsync("5201", VoterExamples.ChangeNik(VoterExamples.NikOf(3), corrected));
        var elsewhere = VoterExamples.Record(2, "5202");
        elsewhere.Nik = VoterExamples.NikOf(2);
        await server.PushAsync("5202", VoterExamples.Upsert(elsewhere));
        await server.PushAsync("5101", VoterExamples.New(30, "5101"));
        await server.ScanAsync();
    }
}
