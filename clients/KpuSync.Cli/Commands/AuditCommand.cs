using System.CommandLine;
using KpuSync.Cli.Output;
using KpuSync.Cli.Texts;

namespace KpuSync.Cli.Commands;

/// <summary><c>kpusync audit verify</c>: the server's ledger against the receipts kept here.</summary>
internal static class AuditCommand
{
    public static Command Build(SharedOptions shared)
    {
        var audit = new Command("audit", shared.T(CommandTexts.Audit));
        audit.Subcommands.Add(shared.Command("verify", CommandTexts.AuditVerify, async (_, context, cancellation) =>
            AuditView.Print(context, await context.WithProgressAsync(progress => context.Client.VerifyAuditAsync(progress, cancellation)))));
        return audit;
    }
}
