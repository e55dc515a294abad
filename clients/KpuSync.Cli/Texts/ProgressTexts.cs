using KpuSync.Client;

namespace KpuSync.Cli.Texts;

/// <summary>What a running operation is doing.</summary>
internal static class ProgressTexts
{
    private static readonly Text WaitingForLock = new("menunggu perintah lain", "waiting for another command");
    private static readonly Text Reading = new("membaca", "reading");
    private static readonly Text Journaling = new("mencatat", "journaling");
    private static readonly Text Sending = new("mengirim", "sending");
    private static readonly Text Retrying = new("menyambung lagi", "reconnecting");
    private static readonly Text Pulling = new("menarik", "pulling");
    private static readonly Text Validating = new("memeriksa", "checking");
    private static readonly Text Replaying = new("memutuskan lagi", "replaying");
    private static readonly Text Discarding = new("membuang", "discarding");

    public static Text Of(SyncPhase phase) => phase switch
    {
        SyncPhase.WaitingForLock => WaitingForLock,
        SyncPhase.Reading => Reading,
        SyncPhase.Journaling => Journaling,
        SyncPhase.Sending => Sending,
        SyncPhase.Retrying => Retrying,
        SyncPhase.Pulling => Pulling,
        SyncPhase.Replaying => Replaying,
        SyncPhase.Discarding => Discarding,
        _ => Validating,
    };
}
