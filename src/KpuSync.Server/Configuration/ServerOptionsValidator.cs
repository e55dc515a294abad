using KpuSync.Rules.Registry;
using Microsoft.Extensions.Options;

namespace KpuSync.Server.Configuration;

/// <summary>Names every setting that cannot be used: its key, its value and what to do.</summary>
public sealed class ServerOptionsValidator : IValidateOptions<ServerOptions>
{
    public ValidateOptionsResult Validate(string? name, ServerOptions options)
    {
        var wrong = Problems(options).ToList();
        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }

    private static IEnumerable<string> Problems(ServerOptions options)
    {
        if (options.Deployment.Length is 0 or > 32 || options.Deployment.Any(c => c is not ((>= 'a' and <= 'z') or (>= '0' and <= '9') or '-')))
            yield return Problem("Deployment", options.Deployment, "Use 1 to 32 lower-case letters, digits and hyphens, for example `trial`.");
        if (!ListenAddress.TryParse(options.Grpc, out _))
            yield return Problem("Grpc", options.Grpc, "Use an address such as `http://127.0.0.1:5080` or `https://0.0.0.0:5080`.");
        if (!ListenAddress.TryParse(options.Http, out _))
            yield return Problem("Http", options.Http, "Use an address such as `http://127.0.0.1:5081`.");
        if (options.ShutdownTimeout <= TimeSpan.Zero)
            yield return Problem("ShutdownTimeout", options.ShutdownTimeout, "Use a time over zero, for example `00:00:30`.");
        if (options.LogFormat is not ("text" or "json"))
            yield return Problem("LogFormat", options.LogFormat, "Use `text` or `json`.");
        if (options.KeyRing.CertificateFile.Length > 0 && !File.Exists(options.KeyRing.CertificateFile))
            yield return Problem("KeyRing:CertificateFile", options.KeyRing.CertificateFile, "Name a PKCS #12 file that is there.");
        if (options.Credentials.Authority.Length > 0 && !Uri.TryCreate(options.Credentials.Authority, UriKind.Absolute, out _))
            yield return Problem("Credentials:Authority", options.Credentials.Authority, "Use the authority's address, for example `https://login.example.org/realms/sync`.");
        foreach (var problem in DatabaseProblems.Of(options).Concat(LimitProblems(options.Limits)).Concat(MatchingProblems.Of(options.Matching)).Concat(ConsoleProblems.Of(options.Console, options.Credentials)))
            yield return problem;
        if (options.Telemetry.Otlp.Length > 0 && !(Uri.TryCreate(options.Telemetry.Otlp, UriKind.Absolute, out var collector) && collector.Scheme is ("http" or "https")))
            yield return Problem("Telemetry:Otlp", options.Telemetry.Otlp, "Use the collector's address, for example `http://127.0.0.1:4317`.");
        if (options.Telemetry.ReadInterval < TimeSpan.FromSeconds(1))
            yield return Problem("Telemetry:ReadInterval", options.Telemetry.ReadInterval, "Use a time of at least a second, for example `00:00:10`.");
        foreach (var (code, problem) in RuleSeverities.ProblemsOf(options.Rules.Severities))
            yield return Problem($"Rules:Severities:{code}", options.Rules.Severities[code], problem);
    }

    private static IEnumerable<string> LimitProblems(LimitOptions limits)
    {
        (string Key, long Value, long Min, long Max)[] ranges =
        [
            ("BatchChangesMax", limits.BatchChangesMax, 1, 100_000),
            ("BatchBytesMax", limits.BatchBytesMax, 1_024, 64 * 1024 * 1024),
            ("MessageBytesMax", limits.MessageBytesMax, limits.BatchBytesMax, 256 * 1024 * 1024),
            ("WindowBatchesMax", limits.WindowBatchesMax, 1, 1_024),
            ("StreamsPerConnectionMax", limits.StreamsPerConnectionMax, 1, 10_000),
            ("CallsPerOfficeMax", limits.CallsPerOfficeMax, 1, 100_000),
            ("CallsPerOfficePerSecond", limits.CallsPerOfficePerSecond, 1, 1_000_000),
            ("CallsPerOfficeBurst", limits.CallsPerOfficeBurst, 1, 1_000_000),
            ("ReplayAttemptsMax", limits.ReplayAttemptsMax, 1, 1_000),
            ("ReplayPageChangesMax", limits.ReplayPageChangesMax, 1, 100_000),
            ("Writers", limits.Writers, 1, 64),
        ];
        foreach (var (key, value, min, max) in ranges)
        {
            if (value < min || value > max)
                yield return Problem($"Limits:{key}", value, $"Use a number from {min} to {max}.");
        }

        if (limits.PushIdleTimeout <= TimeSpan.Zero)
            yield return Problem("Limits:PushIdleTimeout", limits.PushIdleTimeout, "Use a time over zero, for example `00:05:00`.");
        if (limits.UnaryDeadline <= TimeSpan.Zero)
            yield return Problem("Limits:UnaryDeadline", limits.UnaryDeadline, "Use a time over zero, for example `00:00:30`.");
    }

    internal static string Problem(string key, object value, string remedy) => $"{ServerOptions.Section}:{key} is '{value}', which cannot be used. {remedy}";
}
