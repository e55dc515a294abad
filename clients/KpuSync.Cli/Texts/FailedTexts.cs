namespace KpuSync.Cli.Texts;

/// <summary>What the commands about parked changes say.</summary>
internal static class FailedTexts
{
    public static readonly Text Command = new(
        "Perubahan yang terparkir: lihat, pratinjau, putuskan lagi, atau buang.", "Parked changes: look at them, preview, replay or discard.");
    public static readonly Text List = new("Mendaftar kiriman yang punya perubahan terparkir.", "List the batches that have parked changes.");
    public static readonly Text Show = new("Menampilkan satu kiriman dengan setiap perubahannya yang pernah diparkir.", "Show one batch with every change of it that was ever parked.");
    public static readonly Text Preview = new("Menunjukkan hasil pemutusan ulang tanpa menulis apa pun.", "Show what a replay would give, and write nothing.");
    public static readonly Text Replay = new(
        "Memutuskan lagi perubahan terparkir dengan aturan dan register hari ini. Khusus administrator.", "Decide parked changes again by today's rules and register. For administrators.");
    public static readonly Text Discard = new("Membuang perubahan terparkir: tetap di buku besar, tidak diputuskan lagi. Khusus administrator.", "Give parked changes up: they stay in the ledger and are never replayed. For administrators.");
    public static readonly Text Jobs = new("Mendaftar pekerjaan, terbaru dahulu.", "List the jobs, newest first.");
    public static readonly Text Watch = new("Mengikuti pekerjaan sampai selesai.", "Follow a job until it ends.");
    public static readonly Text Stop = new("Menghentikan pekerjaan; yang sudah dilakukan tetap berlaku.", "Stop a job; what it has done stays.");

    public static readonly Text Code = new("Hanya yang diparkir oleh aturan ini, misalnya VILLAGE_UNKNOWN.", "Only what this rule parked, for example VILLAGE_UNKNOWN.");
    public static readonly Text State = new("Keadaan: {0}. Bawaan: parked.", "State: {0}. Default: parked.");
    public static readonly Text Since = new("Dicatat sejak tanggal ini, YYYY-MM-DD, menurut kalender kantor.", "Committed on this day or later, YYYY-MM-DD, by the office's calendar.");
    public static readonly Text Until = new("Dicatat sampai dengan tanggal ini, YYYY-MM-DD.", "Committed on this day or earlier, YYYY-MM-DD.");
    public static readonly Text Limit = new("Paling banyak kiriman yang ditampilkan, 1 sampai {0}. Bawaan: 100.", "Most batches to show, 1 to {0}. Default: 100.");
    public static readonly Text Page = new("Halaman berikut, seperti yang ditunjukkan daftar.", "The next page, as the list shows it.");
    public static readonly Text PreviewLimit = new("Paling banyak perubahan yang dipratinjau, 1 sampai {0}. Bawaan: 1.000.", "Most changes to preview, 1 to {0}. Default: 1,000.");
    public static readonly Text Batch = new("Kiriman menurut daftar, KANTOR:POSISI, misalnya 5201:17.", "Batch as the list shows it, OFFICE:POSITION, for example 5201:17.");
    public static readonly Text Batches = new(
        "Satu atau beberapa kiriman, KANTOR:POSISI. Tanpa ini: semua yang cocok dengan saringan.", "One or more batches, OFFICE:POSITION. Without any: all that match the filter.");
    public static readonly Text Index = new("Hanya perubahan ke-N dari satu kiriman (mulai 0), seperti di 'show'.", "Only the change at place N of one batch (from 0), as 'show' has it.");
    public static readonly Text Yes = new("Setuju dengan jumlah yang ditemukan, tanpa ditanya.", "Agree with the number that is found, without being asked.");
    public static readonly Text Confirm = new("Setuju hanya bila tepat N perubahan yang cocok.", "Agree only if exactly N changes match.");
    public static readonly Text JobId = new("Nomor pekerjaan menurut 'failed jobs'.", "Id of the job as 'failed jobs' shows it.");

    public static readonly Text BatchMalformed = new("'{0}' bukan kiriman; contoh: 5201:17.", "'{0}' is not a batch; an example: 5201:17.");
    public static readonly Text DateMalformed = new("'{0}' bukan tanggal; contoh: 2026-10-31.", "'{0}' is not a date; an example: 2026-10-31.");
    public static readonly Text IndexNeedsBatch = new("--index hanya berlaku bersama tepat satu kiriman.", "--index only goes with exactly one batch.");
    public static readonly Text YesOrConfirm = new("Pilih salah satu: --yes atau --confirm.", "Choose one: --yes or --confirm.");

    public static readonly Text NothingFailed = new("Tidak ada perubahan yang cocok.", "No change matches.");
    public static readonly Text BatchHeading = new("Kiriman {0}", "Batch {0}");
    public static readonly Text ColumnBatch = new("Kiriman", "Batch");
    public static readonly Text ColumnCommitted = new("Dicatat", "Committed");
    public static readonly Text ColumnSource = new("Sumber", "Source");
    public static readonly Text ColumnChanges = new("Perubahan", "Changes");
    public static readonly Text ColumnCodes = new("Aturan", "Rules");
    public static readonly Text ColumnAttempts = new("Percobaan", "Attempts");
    public static readonly Text Mode = new("Cara", "Mode");
    public static readonly Text WholeBatch = new("diputuskan sebagai satu kesatuan", "decided as a whole");
    public static readonly Text Actor = new("Oleh", "By");
    public static readonly Text RuleSet = new("Kumpulan aturan", "Rule set");
    public static readonly Text Sent = new("Nomor kiriman", "Sequence");
    public static readonly Text DecidedAt = new("diputuskan pada posisi {0}", "decided at position {0}");
    public static readonly Text NextPage = new("Masih ada. Halaman berikut: tambahkan --page {0}", "There are more. For the next page add --page {0}");
    public static readonly Text NextShow = new("Rincian: kpusync failed show {0}", "Details: kpusync failed show {0}");

    public static readonly Text Previewed = new("{0} perubahan cocok, {1} dipratinjau: {2}", "{0} changes match, {1} previewed: {2}");
    public static readonly Text Difference = new("      {0}: {1} -> {2}", "      {0}: {1} -> {2}");
    public static readonly Text NoValue = new("(kosong)", "(nothing)");

    public static readonly Text WouldReplay = new("{0} perubahan akan diputuskan lagi:", "{0} changes would be decided again:");
    public static readonly Text WouldDiscard = new("{0} perubahan akan dibuang:", "{0} changes would be given up:");
    public static readonly Text CodeLine = new("  {0}: {1}", "  {0}: {1}");
    public static readonly Text Ask = new("Lanjutkan? Ketik {0}: ", "Go on? Type {0}: ");
    public static readonly Text NotConfirmed = new("Belum dikonfirmasi; tidak ada yang dilakukan. Jika benar, jalankan lagi dengan --confirm {0}.", "Not confirmed; nothing was done. If it is right, run it again with --confirm {0}.");

    public static readonly Text NoJobs = new("Tidak ada pekerjaan.", "There are no jobs.");
    public static readonly Text ColumnJob = new("Pekerjaan", "Job");
    public static readonly Text ColumnAction = new("Tindakan", "Action");
    public static readonly Text ColumnDone = new("Selesai", "Done");
    public static readonly Text ColumnBegan = new("Mulai", "Began");
    public static readonly Text ColumnRange = new("Cakupan", "Range");
    public static readonly Text JobReason = new("Alasan", "Reason");
    public static readonly Text Outcomes = new("Hasil", "Outcomes");
    public static readonly Text Quarantined = new("Dikarantina", "Quarantined");
    public static readonly Text DoneOf = new("{0} dari {1}", "{0} of {1}");
    public static readonly Text ActionReplay = new("putuskan lagi", "replay");
    public static readonly Text ActionDiscard = new("buang", "discard");
    public static readonly Text JobRunning = new("berjalan", "running");
    public static readonly Text JobDone = new("selesai", "done");
    public static readonly Text JobStopped = new("dihentikan", "stopped");
    public static readonly Text LeftRunning = new("Tidak diikuti lagi. Pekerjaan {0} tetap berjalan di server.", "No longer followed. Job {0} goes on at the server.");
    public static readonly Text PerhapsRunning = new("Tidak diikuti lagi. Pekerjaan {0} tetap berjalan di server bila sudah sempat dimulai.", "No longer followed. Job {0} goes on at the server if it had begun.");
    public static readonly Text HowToWatch = new("Ikuti lagi: kpusync failed watch {0}", "Follow it again: kpusync failed watch {0}");
    public static readonly Text HowToStop = new("Hentikan: kpusync failed stop {0}", "Stop it: kpusync failed stop {0}");

    public static readonly Text Parked = new("terparkir", "parked");
    public static readonly Text Quarantine = new("dikarantina", "quarantined");
    public static readonly Text Replayed = new("diterima saat diputuskan lagi", "taken by a replay");
    public static readonly Text Superseded = new("tergantikan", "superseded");
    public static readonly Text Discarded = new("dibuang", "discarded");
}
