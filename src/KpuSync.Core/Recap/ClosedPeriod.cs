using KpuSync.Rules.Values;

namespace KpuSync.Core.Recap;

/// <summary>A recap period that is closed; what was closed stands in the ledger.</summary>
/// <param name="Office">The regency, province or centre that closed it.</param>
/// <param name="Period">The period.</param>
/// <param name="Position">Position of the closing in that office's ledger.</param>
public sealed record ClosedPeriod(OfficeCode Office, RecapPeriod Period, long Position);
