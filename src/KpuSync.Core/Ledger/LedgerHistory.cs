using KpuSync.Contracts.V1;
using KpuSync.Core.Store;
using KpuSync.Core.Tokens;

namespace KpuSync.Core.Ledger;

/// <summary>How an authentic token's place lies to the ledger.</summary>
/// <param name="Refusal">Why it cannot be used; null if the ledger has that very place.</param>
/// <param name="Rewind">Where its holder goes on: the place itself, or the last one that both histories have.</param>
public readonly record struct PlaceFit(ErrorReason? Refusal, LedgerPlace Rewind);

/// <summary>Tells whether a token belongs to this server's history. One that does not shows that the server was restored, and opens a new epoch.</summary>
public sealed class LedgerHistory(ILedgerReader ledger, EpochHandler epochs)
{
    /// <summary>Compares a token's place with the ledger.</summary>
    public async ValueTask<PlaceFit> FitAsync(LedgerPlace place, CancellationToken ct)
    {
        if (place.Position == 0)
            return new PlaceFit(null, place);
        var hash = await ledger.ChainHashAtAsync(place.Office, place.Position, ct);
        if (hash is not null && LedgerPlace.At(place.Office, place.Epoch, place.Position, hash).HashPrefix == place.HashPrefix)
            return new PlaceFit(null, place);

        // Ahead of the head: all that is there now is common to both histories. Beside it: how much is common is not known.
        var isAhead = hash is null;
        await epochs.OpenAsync(place.Office, place.Epoch, isAhead ? null : 0, isAhead ? "token ahead" : "token differs", ct);
        var later = (await ledger.EpochsOfAsync(place.Office, ct)).Where(e => e.Epoch > place.Epoch);
        var common = later.Min(e => e.CommonPosition);
        return new PlaceFit(isAhead ? ErrorReason.TokenAhead : ErrorReason.TokenOtherEpoch, await PlaceAtAsync(place, common, ct));
    }

    private async ValueTask<LedgerPlace> PlaceAtAsync(LedgerPlace place, long position, CancellationToken ct)
    {
        var hash = position == 0 ? [] : await ledger.ChainHashAtAsync(place.Office, position, ct);
        return hash is null ? place with { Position = 0, HashPrefix = 0 } : LedgerPlace.At(place.Office, place.Epoch, position, hash);
    }
}
