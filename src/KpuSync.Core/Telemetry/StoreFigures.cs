using KpuSync.Contracts.V1;

namespace KpuSync.Core.Telemetry;

/// <summary>How the database stands at one moment.</summary>
/// <param name="LastEntries">Commit time of each ledger's last entry, milliseconds since 1970 UTC, by office code.</param>
/// <param name="Held">Held changes that wait, by office code; 0 where none does.</param>
/// <param name="Parked">Parked changes that wait, by office code; 0 where none does.</param>
/// <param name="OpenCases">Duplicate cases that wait for a decision.</param>
/// <param name="EntriesBehind">Entries that the scanner has not looked at.</param>
/// <param name="RunningJobs">Replay and discard jobs that run.</param>
public sealed record StoreFigures(
    IReadOnlyDictionary<string, long> LastEntries,
    IReadOnlyDictionary<string, long> Held,
    IReadOnlyDictionary<string, long> Parked,
    IReadOnlyList<CaseCount> OpenCases,
    long EntriesBehind,
    long RunningJobs);
