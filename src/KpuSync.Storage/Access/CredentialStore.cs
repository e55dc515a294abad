using Microsoft.EntityFrameworkCore;

namespace KpuSync.Storage.Access;

/// <summary>The credentials that this server issued, and the subjects of an authority that it refuses.</summary>
public sealed class CredentialStore(IDbContextFactory<KpuSyncDbContext> contexts)
{
    // Asked for on every call and every pushed batch, so the query is compiled once; for this store, since another one of the process may be on another database.
    private readonly Func<KpuSyncDbContext, string, CancellationToken, Task<CredentialRow?>> _byId = EF.CompileAsyncQuery(
        (KpuSyncDbContext context, string id, CancellationToken _) => context.Set<CredentialRow>().AsNoTracking().FirstOrDefault(row => row.Id == id));

    public async Task AddAsync(CredentialRow row, CancellationToken ct)
    {
        await using var context = await contexts.CreateDbContextAsync(ct);
        context.Add(row);
        await context.SaveChangesAsync(ct);
    }

    /// <summary>The credential as the database has it now; null if this server neither issued nor refused it.</summary>
    public async Task<CredentialRow?> FindAsync(string id, CancellationToken ct)
    {
        await using var context = await contexts.CreateDbContextAsync(ct);
        return await _byId(context, id, ct);
    }

    /// <summary>Newest first.</summary>
    /// <param name="office">Only this office's; null for all.</param>
    /// <param name="ct">Stops the query.</param>
    public async Task<IReadOnlyList<CredentialRow>> ListAsync(string? office, CancellationToken ct)
    {
        await using var context = await contexts.CreateDbContextAsync(ct);
        return await context.Set<CredentialRow>().AsNoTracking()
            .Where(row => office == null || row.Office == office)
            .OrderByDescending(row => row.IssuedAt).ThenBy(row => row.Id)
            .ToListAsync(ct);
    }

    /// <summary>Uses a credential up that is good for one time: of two at the same moment one gets it.</summary>
    /// <returns>False if it is unknown, over, or was used or revoked before.</returns>
    public async Task<bool> TryUseUpAsync(string id, DateTimeOffset now, CancellationToken ct)
    {
        await using var context = await contexts.CreateDbContextAsync(ct);
        return await context.Set<CredentialRow>().Where(row => row.Id == id && row.RevokedAt == null && row.ExpiresAt > now)
            .ExecuteUpdateAsync(row => row.SetProperty(r => r.RevokedAt, now), ct) == 1;
    }

    /// <summary>Revokes one credential, or all of an office, at once. Revoking again keeps the first time.</summary>
    /// <returns>How many were not revoked before.</returns>
    public async Task<int> RevokeAsync(string? id, string? office, DateTimeOffset now, CancellationToken ct)
    {
        await using var context = await contexts.CreateDbContextAsync(ct);
        var rows = await context.Set<CredentialRow>()
            .Where(row => row.RevokedAt == null && (id == null || row.Id == id) && (office == null || row.Office == office))
            .ToListAsync(ct);
        foreach (var row in rows)
            row.RevokedAt = now;
        await context.SaveChangesAsync(ct);
        return rows.Count;
    }

    /// <summary>Refuses from now on whoever an authority names by this subject: of its tokens there are no rows, so one is made that is revoked.</summary>
    /// <returns>False if it was revoked before.</returns>
    public async Task<bool> RevokeSubjectAsync(string subject, DateTimeOffset now, CancellationToken ct)
    {
        await using var context = await contexts.CreateDbContextAsync(ct);
        if (await context.Set<CredentialRow>().FindAsync([subject], ct) is { } row)
        {
            if (row.RevokedAt is not null)
                return false;
            row.RevokedAt = now;
        }
        else
        {
            context.Add(new CredentialRow
            {
                Id = subject,
                Office = "",
                Role = CredentialRow.SubjectRole,
                Note = "",
                IssuedAt = now,
                ExpiresAt = DateTimeOffset.MaxValue,
                RevokedAt = now,
            });
        }

        await context.SaveChangesAsync(ct);
        return true;
    }
}
