using System.CommandLine;
using KpuSync.Benchmarks;

var root = new RootCommand("Measures what issue-size work costs on this machine. Client and server share it; the server is a process of its own.")
{
    PushBenchmark.Command(),
    GrowthBenchmark.Command(),
    LatencyBenchmark.Command(),
    ResendBenchmark.Command(),
    DeltaBenchmark.Command(),
    PullBenchmark.Command(),
    MatchBenchmark.Command(),
    MemoryBenchmark.Command(),
    RecapBenchmark.Command(),
    SampleBenchmark.Command(),
    ScanBenchmark.Command(),
    PairsBenchmark.Command(),
    MembersBenchmark.Command(),
    ReplayBenchmark.Command(),
    GlanceBenchmark.Command(),
};

return await root.Parse(args).InvokeAsync();
