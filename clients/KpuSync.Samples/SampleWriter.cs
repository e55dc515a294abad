using KpuSync.Rules.Regions;
using KpuSync.Samples.Parties;
using KpuSync.Samples.Places;
using KpuSync.Samples.Planting;
using KpuSync.Samples.Progress;
using KpuSync.Samples.Truth;

namespace KpuSync.Samples;

/// <summary>Writes synthetic exports of voters, with duplicates, people over 100 and broken rows planted and listed in a truth file, monthly progress reports and members of parties.</summary>
public static class SampleWriter
{
    /// <summary>Writes the exports, the progress files, <c>truth.json</c> and a file beside each export that lists the register it must lead to.</summary>
    /// <param name="options">What to write; equal options give equal bytes.</param>
    /// <param name="progress">Told of every finished export, from any thread.</param>
    /// <param name="cancellation">Stops between two villages.</param>
    /// <returns>The truth, as it was written.</returns>
    /// <exception cref="ArgumentException">An option is out of range, or an office does not exist.</exception>
    public static SampleTruth Write(SampleOptions options, IProgress<SampleExport>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Voters, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.Voters, 250_000_000);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Rounds, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.Rounds, 2);
        Directory.CreateDirectory(options.Directory);
        var offices = options.Offices.Select(o => OfficePlaces.Of(RegionCatalogue.Default, o.Office)).ToArray();
        var plan = SamplePlan.Make(options, offices);
        var exports = new SampleExport[offices.Length * options.Rounds];
        var planted = new IReadOnlyList<PlantedRow>[exports.Length];
        var parties = new IReadOnlyList<SampleParty>[exports.Length];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellation };
        Parallel.For(0, exports.Length, parallel, i =>
        {
            var (office, round) = (i / options.Rounds, (i % options.Rounds) + 1);
            using var export = new OfficeExport(options, offices[office], plan, office, round);
            exports[i] = export.Write(cancellation);
            planted[i] = export.Planted;
            parties[i] = export.Parties;
            progress?.Report(exports[i]);
        });

        PartyList.Write(options);
        var truth = new SampleTruth
        {
            Seed = options.Seed,
            Voters = options.Voters,
            ReferenceDate = options.ReferenceDate,
            Exports = exports,
            Progress = [.. options.Offices.Select((office, i) => new ProgressExport(options, office.Office, i, office.Weight).Write())],
            Parties = [.. parties.SelectMany(p => p)],
            Planted = [.. planted.SelectMany(rows => rows)],
        };
        truth.Save(options.Directory);
        return truth;
    }
}
