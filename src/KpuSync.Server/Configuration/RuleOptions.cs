namespace KpuSync.Server.Configuration;

/// <summary>How rules differ in this deployment: section <c>KpuSync:Rules</c>.</summary>
public sealed class RuleOptions
{
    /// <summary>Severities by rule code, for example <c>VOTER_OVER_100_UNVERIFIED</c>: <c>warning</c>. Empty: each rule has its own.</summary>
    public Dictionary<string, string> Severities { get; set; } = [];
}
