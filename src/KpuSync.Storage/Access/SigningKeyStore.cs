using Microsoft.EntityFrameworkCore;

namespace KpuSync.Storage.Access;

/// <summary>The keys that sign this server's credentials.</summary>
public sealed class SigningKeyStore(IDbContextFactory<KpuSyncDbContext> contexts)
{
    /// <summary>All keys, newest first: the first signs, the others still verify.</summary>
    public async Task<IReadOnlyList<SigningKeyRow>> ListAsync(CancellationToken ct)
    {
        await using var context = await contexts.CreateDbContextAsync(ct);
        return await context.Set<SigningKeyRow>().AsNoTracking().OrderByDescending(row => row.CreatedAt).ThenBy(row => row.Id).ToListAsync(ct);
    }

    public async Task AddAsync(SigningKeyRow row, CancellationToken ct)
    {
        await using var context = await contexts.CreateDbContextAsync(ct);
        context.Add(row);
        await context.SaveChangesAsync(ct);
    }
}
