using KpuSync.Contracts.V1;
using KpuSync.Core.Register;
using KpuSync.Core.Store;
using KpuSync.Rules.Chain;
using KpuSync.Rules.Regions;
using KpuSync.Rules.Values;

namespace KpuSync.Core.Ledger;

/// <summary>A registration that the register holds otherwise than the ledger says.</summary>
/// <param name="Nik">Whose; masked when printed.</param>
/// <param name="Problem"><c>missing</c>, <c>surplus</c> or <c>differs</c>.</param>
public sealed record RegisterDifference(Nik Nik, string Problem);

/// <summary>Result of rebuilding an office's register.</summary>
/// <param name="Office">The office.</param>
/// <param name="Registrations">Registrations that the ledger amounts to, active and removed.</param>
/// <param name="Active">Those that are active.</param>
/// <param name="Differences">Where the register differs; none if it equals the ledger.</param>
public sealed record RebuildReport(OfficeCode Office, int Registrations, int Active, IReadOnlyList<RegisterDifference> Differences);

/// <summary>Rebuilds registers from the ledger's recorded outcomes, never deciding again, and compares them with what is stored.</summary>
public sealed class RebuildHandler(ILedgerReader ledger)
{
    private const int PageEntries = 64;

    /// <summary>Checks every office.</summary>
    public async IAsyncEnumerable<RebuildReport> CheckAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var head in await ledger.HeadsOfAsync(OfficeCode.Centre, ct))
            yield return await CheckAsync(head.Office, ct);
    }

    /// <summary>Checks one office.</summary>
    public async Task<RebuildReport> CheckAsync(OfficeCode office, CancellationToken ct)
    {
        var rebuilt = await RebuildAsync(office, ct);
        var active = rebuilt.Values.Count(r => r.IsActive);
        var count = rebuilt.Count;
        var differences = new List<RegisterDifference>();
        await foreach (var stored in ledger.RegistrationsOfAsync(office, ct))
        {
            if (!rebuilt.Remove(stored.Nik, out var expected))
                differences.Add(new RegisterDifference(stored.Nik, "surplus"));
            else if (!AreEqual(stored, expected))
                differences.Add(new RegisterDifference(stored.Nik, "differs"));
        }

        differences.AddRange(rebuilt.Keys.Order().Select(nik => new RegisterDifference(nik, "missing")));
        return new RebuildReport(office, count, active, differences);
    }

    private async Task<Dictionary<Nik, Registration>> RebuildAsync(OfficeCode office, CancellationToken ct)
    {
        var register = new RebuiltRegister(office);
        var position = 0L;
        while (true)
        {
            var page = await ledger.EntriesAfterAsync(office, position, PageEntries, ct);
            if (page.Count == 0)
                return register.Registrations;
            foreach (var entry in page)
                Apply(register, entry);
            position = page[^1].Position;
        }
    }

    private static void Apply(RebuiltRegister register, LedgerEntry entry)
    {
        if (entry.Kind is not EntryKind.Batch)
            return;
        var unpacked = BatchBlob.Unpack(entry.Payload);
        var time = DateTimeOffset.FromUnixTimeMilliseconds(entry.CommitTimeMilliseconds);
        var officeDay = DateOnly.FromDateTime(time.ToOffset(OfficeCalendar.OffsetOf(entry.Office)).DateTime);
        for (var i = 0; i < unpacked.Changes.Count; i++)
        {
            if ((OutcomeStatus)entry.Statuses[i] is not OutcomeStatus.Applied)
                continue;
            var change = unpacked.Parse(i);
            RegisterTransition.Apply(register, change, entry.Position, i, RegisterTransition.EffectiveDateOf(change, officeDay));
        }
    }

    private static bool AreEqual(Registration a, Registration b) =>
        a.Ground == b.Ground && a.Position == b.Position && a.Index == b.Index && a.EffectiveDate == b.EffectiveDate
        && a.Verified == b.Verified && a.Record.AsSpan().SequenceEqual(b.Record);

    private sealed class RebuiltRegister(OfficeCode office) : IRegister
    {
        public OfficeCode Office => office;

        public Dictionary<Nik, Registration> Registrations { get; } = [];

        public Registration? Find(Nik nik) => Registrations.GetValueOrDefault(nik);

        public void Put(Registration registration) => Registrations[registration.Nik] = registration;

        public void Delete(Nik nik) => Registrations.Remove(nik);
    }
}
