using KpuSync.Contracts.V1;

namespace KpuSync.Client;

/// <summary>Which recap.</summary>
/// <param name="Period">A month (<c>2026-10</c>), quarter (<c>2026-Q3</c>) or semester (<c>2026-S1</c>).</param>
/// <param name="Office">An office (<c>5201</c>), province (<c>P52</c>) or the nation (<c>RI</c>); null is the installation's own office.</param>
/// <param name="Level">How finely it is listed; districts for an office or province, villages and polling stations for an office.</param>
public sealed record RecapQuery(string Period, string? Office = null, RecapLevel Level = RecapLevel.Unspecified);
