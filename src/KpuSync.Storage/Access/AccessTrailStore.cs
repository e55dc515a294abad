using System.Runtime.CompilerServices;
using KpuSync.Core.Subjects;
using KpuSync.Rules.Values;
using Microsoft.EntityFrameworkCore;

namespace KpuSync.Storage.Access;

/// <summary>The trail of who read personal data.</summary>
public sealed class AccessTrailStore(IDbContextFactory<KpuSyncDbContext> contexts) : IAccessTrailReader
{
    /// <summary>Written before anything is read, so that no reading can lack its row.</summary>
    /// <returns>The row's id, for <see cref="EndAsync"/>.</returns>
    public async Task<long> BeginAsync(AccessTrailRow row, CancellationToken ct)
    {
        await using var context = await contexts.CreateDbContextAsync(ct);
        context.Add(row);
        await context.SaveChangesAsync(ct);
        return row.Id;
    }

    /// <summary>Adds how much was read.</summary>
    public async Task EndAsync(long id, long entries, DateTimeOffset now, CancellationToken ct)
    {
        await using var context = await contexts.CreateDbContextAsync(ct);
        var row = await context.Set<AccessTrailRow>().SingleAsync(row => row.Id == id, ct);
        row.EndedAt = now;
        row.Entries = entries;
        await context.SaveChangesAsync(ct);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<AccessRecord> ReadingsOfAsync(IReadOnlyCollection<OfficeCode> offices, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var context = await contexts.CreateDbContextAsync(ct);
        var ranges = offices.Select(o => $"office {o}").Concat(offices.Select(o => $"province {o.ProvinceCode}")).Append("nation").Distinct().ToList();
        var rows = context.Set<AccessTrailRow>().AsNoTracking().Where(row => ranges.Contains(row.Range)).OrderByDescending(row => row.Id);
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(ct))
            yield return new AccessRecord(row.StartedAt, row.Office, row.CredentialId, row.Role, row.Call, row.Range);
    }

    /// <summary>An office's rows, newest first.</summary>
    public async Task<IReadOnlyList<AccessTrailRow>> ListAsync(string office, int rowsMax, CancellationToken ct)
    {
        await using var context = await contexts.CreateDbContextAsync(ct);
        return await context.Set<AccessTrailRow>().AsNoTracking()
            .Where(row => row.Office == office).OrderByDescending(row => row.Id).Take(rowsMax).ToListAsync(ct);
    }
}
