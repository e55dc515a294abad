using KpuSync.Rules.Regions;

namespace KpuSync.Rules.Checking;

/// <summary>A message under check, with what its rules need to know besides it.</summary>
internal sealed record Subject<TMessage>(TMessage Message, Circumstances At);

/// <summary>Where and when a change would hold.</summary>
/// <param name="Regions">The catalogue.</param>
/// <param name="Transfers">Village codes that were replaced.</param>
/// <param name="Office">Code of the office whose register it would change.</param>
/// <param name="Today">The office's calendar day.</param>
/// <param name="EffectiveDate">The day from which the change holds; today where it gives none that can be read.</param>
internal sealed record Circumstances(RegionCatalogue Regions, VillageTransfers Transfers, string Office, DateOnly Today, DateOnly EffectiveDate);
