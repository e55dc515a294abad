using KpuSync.Cli.Output;
using KpuSync.Cli.Texts;
using KpuSync.Client;

namespace KpuSync.Cli.Commands;

/// <summary>The one place that knows which failure ends the process with which code.</summary>
internal static class Failures
{
    public static async Task<int> GuardAsync(CommandContext context, Func<Task<int>> run)
    {
        try
        {
            return await run();
        }
        catch (OperationCanceledException)
        {
            return Tell(context, ExitCode.Cancelled, "CANCELLED", context.T(ErrorTexts.Cancelled));
        }
        catch (MassRemovalException stop)
        {
            return MassRemovalView.Print(context, stop);
        }
        catch (KpuSyncException failure)
        {
            return Tell(context, CodeOf(failure), failure.Code, failure.Text.In(context.Language.Code()));
        }
        catch (Exception unexpected) when (unexpected is IOException or UnauthorizedAccessException)
        {
            return Tell(context, ExitCode.Usage, "FILE_SYSTEM", context.T(ErrorTexts.FileSystem, unexpected.Message));
        }
        catch (Exception unexpected)
        {
            // A message of an unforeseen exception could hold a voter's data: only its kind is shown, unless somebody asks for all.
            var detail = context.Environment.Variable("KPUSYNC_DEBUG") is "1" ? unexpected.ToString() : unexpected.GetType().Name;
            return Tell(context, ExitCode.Failed, "UNEXPECTED", context.T(ErrorTexts.Unexpected, detail));
        }
    }

    /// <summary>Prints a failure and hands its exit code on.</summary>
    public static int Tell(CommandContext context, int exitCode, string code, string text)
    {
        context.Print(
            () => new { error = new { code, text }, exitCode },
            () => context.Screen.Failure(code, text));
        return exitCode;
    }

    public static int CodeOf(KpuSyncException failure) => failure switch
    {
        NotAllowedException or DeploymentMismatchException => ExitCode.NotAllowed,
        ServerUnreachableException => ExitCode.Unreachable,
        FileException or InstallationException => ExitCode.Usage,
        _ => ExitCode.Failed,
    };
}
