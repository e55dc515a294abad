namespace KpuSync.Rules.Regions;

/// <summary>A village that has another code than before: it was renumbered, or went to another office. A code begins with its office's.</summary>
/// <param name="OldCode">10-digit code before.</param>
/// <param name="NewCode">10-digit code from then on.</param>
/// <param name="Day">Day of the transfer, in the calendar of the office that has the village now.</param>
public sealed record VillageMove(string OldCode, string NewCode, DateOnly Day)
{
    /// <summary>4-digit code of the office that had the village.</summary>
    public string OldOffice => OldCode[..4];

    /// <summary>4-digit code of the office that has it now.</summary>
    public string NewOffice => NewCode[..4];
}
