using System.CommandLine;
namespace KpuSync.Server.Commands;
internal static class LedgerCommands
{
    public static Command CreateRebuild(TextWriter output) => new("rebuild");
    public static Command CreateRestore(TextWriter output) => new("restore");
    public static Command CreateAudit(TextWriter output) => new("audit");
}
