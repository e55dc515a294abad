using System.Globalization;
using KpuSync.Contracts.Encoded;
using KpuSync.Core;
using KpuSync.Core.Push;
using KpuSync.TestKit;
using KpuSync.TestKit.Stores;
using Microsoft.Extensions.Time.Testing;

namespace KpuSync.Simulation;

/// <summary>Drives the real handlers on a real database with faults, all from one seed: the same seed gives the same run.</summary>
internal sealed class Simulator : IAsyncDisposable
{
    private readonly TempFolder _folder = new();
    private readonly HmacTokenSealer _sealer = new(new byte[32]);
    private readonly FakeTimeProvider _time = new(TestCore.Start);
    private readonly Random _random;
    private readonly ChangeSource _changes;
    private FaultyStore _store = null!;
    private int _copies;

    private Simulator(int seed)
    {
        _random = new Random(seed);
        _changes = new ChangeSource(_random);
        Producers =
        [
            new SimulatedProducer("00000000-0000-4000-8000-000000000001", "5201"),
            new SimulatedProducer("00000000-0000-4000-8000-000000000002", "5201"),
            new SimulatedProducer("00000000-0000-4000-8000-000000000003", "5202"),
        ];
    }

    public TestCore Core { get; private set; } = null!;

    public IReadOnlyList<SimulatedProducer> Producers { get; }

    /// <summary>What happened, one line a step.</summary>
    public List<string> Trace { get; } = [];

    public static async Task<Simulator> RunAsync(int seed, int steps)
    {
        var simulator = new Simulator(seed);
        await simulator.StartAsync();
        for (var i = 0; i < steps; i++)
            await simulator.StepAsync();
        await simulator.DrainAsync();
        return simulator;
    }

    public async ValueTask DisposeAsync()
    {
        await Core.DisposeAsync();
        _folder.Dispose();
    }

    private string Database => _folder.File("kpusync.db");

    private async Task StartAsync() =>
        Core = await TestCore.OpenAsync(Database, sealer: _sealer, time: _time, around: inner => _store = new FaultyStore(inner));

    private async Task StepAsync()
    {
        var producer = Producers[_random.Next(Producers.Count)];
        var action = _random.Next(100);
        switch (action)
        {
            case < 35: producer.Write(_changes); break;
            case < 60: await SendAsync(producer, isLost: false); break;
            case < 68: await SendAsync(producer, isLost: true); break;
            case < 76: await SendAgainAsync(producer); break;
            case < 82: await SendOutOfOrderAsync(producer); break;
            case < 90: await CrashAsync(producer); break;
            case < 94: _time.Advance(TimeSpan.FromHours(_random.Next(1, 40))); break;
            case < 97: await CopyAsync(); break;
            default: await RestoreAsync(); break;
        }
    }

    private async Task SendAsync(SimulatedProducer producer, bool isLost)
    {
        if (!producer.HasWaiting)
            return;
        var answer = await Core.PushAsync(producer.NextWaiting);
        Note(isLost ? "lost" : "sent", producer, answer);
        if (answer.IsOk && !isLost)
            producer.Take(answer.Value.Receipt);
        else
            await producer.OpenAsync(Core);
    }

    // Delivered twice at once: one of them is written, both get its receipt.
    private async Task SendAgainAsync(SimulatedProducer producer)
    {
        if (!producer.HasWaiting)
            return;
        var handler = Core.Get<PushHandler>();
        var stream = handler.BeginStream();
        var caller = TestCore.Operator(producer.Office);
        var first = await handler.SubmitAsync(caller, EncodedBatch.Of(producer.NextWaiting), stream, default);
        var second = await handler.SubmitAsync(caller, EncodedBatch.Of(producer.NextWaiting), stream, default);
        var (one, two) = (await first, await second);
        Note("twice", producer, one);
        if (one.IsOk && !one.Value.Receipt.Equals(two.Value.Receipt))
            throw new InvalidOperationException("A repeated batch got another receipt.");
        if (one.IsOk)
            producer.Take(one.Value.Receipt);
        else
            await producer.OpenAsync(Core);
    }

    private async Task SendOutOfOrderAsync(SimulatedProducer producer)
    {
        if (producer.Journal.Count < producer.Receipts.Count + 2)
            return;
        var answer = await Core.PushAsync(producer.Journal[producer.Receipts.Count + 1]);
        Note("early", producer, answer);
        if (answer.IsOk)
            throw new InvalidOperationException("A batch overtook the one before it.");
        await producer.OpenAsync(Core);
    }

    private async Task CrashAsync(SimulatedProducer producer)
    {
        if (!producer.HasWaiting)
            return;
        _store.Next = (CrashPoint)_random.Next(1, 6);
        Trace.Add(_store.Next.ToString());
        var answer = await Core.PushAsync(producer.NextWaiting);
        Note("crashed", producer, answer);
        await Core.DisposeAsync();
        await StartAsync();
        await producer.OpenAsync(Core);
    }

    private async Task CopyAsync()
    {
        await Core.DisposeAsync();
        await TestDatabases.CopyAsync(Database, _folder.File(Copy(_copies++)));
        await StartAsync();
    }

    private async Task RestoreAsync()
    {
        if (_copies == 0)
            return;
        await Core.DisposeAsync();

        // Later copies belong to the history that is given up here; to a producer, putting one of them back would be a fork.
        _copies = 1 + _random.Next(_copies);
        await TestDatabases.CopyAsync(_folder.File(Copy(_copies - 1)), Database);
        await StartAsync();
        Trace.Add("restored");

        // Every producer comes back before anybody writes on: what happens otherwise is a fork, and its remedy is the client's.
        foreach (var producer in Producers)
            await producer.OpenAsync(Core);
    }

    private async Task DrainAsync()
    {
        foreach (var producer in Producers)
        {
            await producer.OpenAsync(Core);
            while (producer.HasWaiting)
                await SendAsync(producer, isLost: false);
        }
    }

    private void Note(string what, SimulatedProducer producer, Result<AcknowledgedReceipt> answer) =>
        Trace.Add(string.Create(
            CultureInfo.InvariantCulture,
            $"{what} {producer.Id[^1]}:{producer.Receipts.Count + 1} {(answer.IsOk ? answer.Value.Receipt.Counts.ToString() : answer.Error.Reason.ToString())}"));

    private static string Copy(int number) => string.Create(CultureInfo.InvariantCulture, $"copy-{number}.db");
}
