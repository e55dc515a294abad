namespace KpuSync.Cli.Texts;

/// <summary>Failures that no part below the command line has a text for.</summary>
internal static class ErrorTexts
{
    public static readonly Text Failed = new("Gagal:", "Failed:");
    public static readonly Text Cancelled = new("Dihentikan. Yang sudah diakui tetap diakui; jalankan 'kpusync push' untuk melanjutkan.", "Stopped. What was acknowledged stays acknowledged; run 'kpusync push' to go on.");
    public static readonly Text FileSystem = new("Berkas atau direktori tidak dapat dipakai: {0}", "A file or directory cannot be used: {0}");
    public static readonly Text Unexpected = new("Kegagalan yang tidak terduga ({0}). Ulangi dengan KPUSYNC_DEBUG=1 dan laporkan.", "An unexpected failure ({0}). Run again with KPUSYNC_DEBUG=1 and report it.");
    public static readonly Text MassRemoval = new("{0} dari {1} pemilih akan dihapus. Belum ada yang dikirim.", "{0} of {1} voters would be removed. Nothing was sent.");
    public static readonly Text MassRemovalRemedy = new("Jika memang benar, jalankan lagi dengan --yes.", "If that is right, run it again with --yes.");
    public static readonly Text UnreachableWaiting = new("{0} perubahan menunggu di kotak keluar; jalankan 'kpusync push' setelah server terjangkau.", "{0} changes wait in the outbox; run 'kpusync push' once the server can be reached.");
    public static readonly Text FileNotCompared = new("Berkas ini belum dibandingkan, karena hasil perubahan sebelumnya belum diketahui. Kirim lagi berkas ini setelah server terjangkau.", "This file was not compared yet, since the outcome of earlier changes is not known. Push this file again once the server can be reached.");
}
