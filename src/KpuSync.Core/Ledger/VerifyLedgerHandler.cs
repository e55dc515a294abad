using KpuSync.Core.Access;
using KpuSync.Rules.Values;

namespace KpuSync.Core.Ledger;

/// <summary>Computes a ledger's chain again for whoever may read it.</summary>
public sealed class VerifyLedgerHandler(ChainVerifier verifier)
{
    /// <summary>Verifies one office's ledger, that of a province or that of the centre.</summary>
    public async Task<Result<ChainReport>> HandleAsync(Caller caller, string ledger, CancellationToken ct)
    {
        if (!OfficeCode.TryParse(ledger, out var office))
            return SyncError.RequestInvalid("office_code");
        return OfficeGrants.CheckRead(caller, office) is { } notGranted ? notGranted : await verifier.VerifyAsync(office, ct);
    }
}
