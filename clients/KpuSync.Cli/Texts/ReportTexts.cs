namespace KpuSync.Cli.Texts;

/// <summary>Words of reports.</summary>
internal static class ReportTexts
{
    public static readonly Text Office = new("Kantor", "Office");
    public static readonly Text Server = new("Server", "Server");
    public static readonly Text Deployment = new("Penerapan", "Deployment");
    public static readonly Text Producer = new("Produsen", "Producer");
    public static readonly Text Directory = new("Direktori", "Directory");
    public static readonly Text NotYetKnown = new("belum diketahui", "not known yet");
    public static readonly Text None = new("belum ada", "none yet");
    public static readonly Text File = new("Berkas", "File");

    public static readonly Text InitCreated = new("Instalasi siap.", "The installation is ready.");
    public static readonly Text InitChanged = new("Instalasi diperbarui.", "The installation is updated.");
    public static readonly Text InitBaseline = new("Data acuan", "Baseline");
    public static readonly Text InitBaselineValue = new("{0} pemilih aktif dari {1} entri", "{0} active voters from {1} entries");
    public static readonly Text InitSetAside = new("Disisihkan", "Set aside");
    public static readonly Text InitSetAsideValue = new("{0} perubahan yang belum terkirim; kirim lagi ekspor lengkap", "{0} changes that were not sent; push the complete export again");
    public static readonly Text InitUnreachable = new("Server belum terjangkau; instalasi tetap siap dan akan mencoba lagi saat push.", "The server could not be reached yet; the installation is ready and tries again at push.");

    public static readonly Text Rows = new("Baris dibaca", "Rows read");
    public static readonly Text RowsSame = new("{0} (sama dengan server: {1}, tidak terbaca: {2})", "{0} (as the server has them: {1}, unreadable: {2})");
    public static readonly Text RowsBefore = new("Tidak dikirim ulang", "Not sent again");
    public static readonly Text RowsBeforeValue = new("{0} baris yang dulu tidak diterapkan dan belum berubah (--retry-rejected)", "{0} rows that were not applied before and have not changed (--retry-rejected)");
    public static readonly Text Changes = new("Perubahan", "Changes");
    public static readonly Text ChangesGone = new("{0} (hilang: {1})", "{0} (gone: {1})");
    public static readonly Text ChangesValue = new("{0} (masuk atau ubah: {1}, TMS: {2}, NIK dibetulkan: {3}, hilang: {4})", "{0} (entered or changed: {1}, TMS: {2}, NIK put right: {3}, gone: {4})");
    public static readonly Text Acknowledged = new("Diakui server", "Acknowledged");
    public static readonly Text AcknowledgedValue = new("{0} dalam {1} kiriman", "{0} in {1} batches");
    public static readonly Text Applied = new("Diterapkan", "Applied");
    public static readonly Text Unchanged = new("Tidak berubah", "Unchanged");
    public static readonly Text Held = new("Ditahan", "Held");
    public static readonly Text Conflict = new("Bentrok", "Conflict");
    public static readonly Text Rejected = new("Ditolak", "Rejected");
    public static readonly Text NotApplied = new("Tidak diterapkan", "Not applied");
    public static readonly Text Superseded = new("Tergantikan", "Superseded");
    public static readonly Text Waiting = new("Masih menunggu", "Still waiting");
    public static readonly Text Speed = new("Kecepatan", "Speed");
    public static readonly Text SpeedValue = new("{0} perubahan per detik ({1:0.0} detik)", "{0} changes a second ({1:0.0} seconds)");
    public static readonly Text Reconnects = new("Tersambung ulang", "Reconnected");
    public static readonly Text Times = new("{0} kali", "{0} times");
    public static readonly Text LastReceipt = new("Resi terakhir", "Last receipt");
    public static readonly Text LastReceiptValue = new("kiriman {0} di posisi {1}, {2}", "batch {0} at position {1}, {2}");
    public static readonly Text NothingToSend = new("Tidak ada perubahan untuk dikirim.", "There is no change to send.");
    public static readonly Text AllApplied = new("Semua perubahan tercatat.", "All changes are recorded.");
    public static readonly Text PushComplete = new("Server dipulihkan dari salinan lama. Kirim ekspor lengkap untuk mengembalikan yang hilang: kpusync push BERKAS; begitu pula laporan bulanan dan rencana: kpusync progress push BERKAS", "The server was restored from an older copy. Push the complete export to bring back what is missing: kpusync push FILE; and monthly reports and plans: kpusync progress push FILE");

    public static readonly Text FindingsHeading = new("Baris yang perlu dilihat: {0}", "Rows to look at: {0}");
    public static readonly Text FindingsCapped = new("... dan {0} lagi.", "... and {0} more.");
    public static readonly Text FindingRow = new("{0}, baris {1}", "{0}, row {1}");
    public static readonly Text FindingOtherRow = new(" dan baris {0}", " and row {0}");
    public static readonly Text FindingColumn = new(", kolom {0}", ", column {0}");
    public static readonly Text FindingAgain = new(" (belum diperbaiki sejak terakhir)", " (not mended since last time)");
    public static readonly Text ReportFile = new("Perbaiki di berkas ini, lalu kirim lagi dengan kpusync push:", "Mend them in this file, then send it with kpusync push:");

    public static readonly Text StatusAcknowledged = new("Diakui", "Acknowledged");
    public static readonly Text StatusAcknowledgedValue = new("{0} kiriman", "{0} batches");
    public static readonly Text StatusWaiting = new("Menunggu", "Waiting");
    public static readonly Text StatusWaitingValue = new("{0} perubahan dalam {1} kiriman", "{0} changes in {1} batches");
    public static readonly Text StatusOpen = new("Belum beres", "Unsettled");
    public static readonly Text StatusOpenValue = new("{0} perubahan ditahan, ditolak, atau tidak diterapkan", "{0} changes held, rejected or not applied");
    public static readonly Text StatusBaselineValue = new("{0} pemilih aktif", "{0} active voters");
    public static readonly Text StatusLastPush = new("Push terakhir", "Last push");
    public static readonly Text StatusPulled = new("Dibaca sampai", "Pulled up to");
    public static readonly Text StatusPulledValue = new("posisi {0}", "position {0}");

    public static readonly Text ValidateErrors = new("Baris dengan kesalahan", "Rows with errors");
    public static readonly Text ValidateWarnings = new("Baris dengan peringatan", "Rows with warnings");
    public static readonly Text ValidateDryRun = new("Jika dikirim sekarang", "If sent now");

    public static readonly Text Village = new("Desa", "Village");
    public static readonly Text Register = new("Register", "Register");
    public static readonly Text Export = new("Ekspor", "Export");
    public static readonly Text Same = new("Sama", "Same");
    public static readonly Text Differing = new("Berbeda", "Differing");
    public static readonly Text OnlyRegister = new("Hanya register", "Only register");
    public static readonly Text OnlyExport = new("Hanya ekspor", "Only export");
    public static readonly Text Total = new("Jumlah", "Total");
    public static readonly Text CompareEqual = new("Register dan ekspor sama: {0} pemilih.", "Register and export agree: {0} voters.");
    public static readonly Text CompareUnreadable = new("{0} baris tidak terbaca dan tidak ikut dihitung.", "{0} rows could not be read and are not counted.");

    public static readonly Text RevertHeading = new("Membatalkan kiriman {0} ({1})", "Reverting batch {0} ({1})");
    public static readonly Text RevertRemovals = new("Pemilih dikeluarkan lagi", "Voters taken out again");
    public static readonly Text RevertRestorations = new("Data dikembalikan", "Records put back");
    public static readonly Text RevertNik = new("NIK dikembalikan", "NIKs put back");
    public static readonly Text RevertUntouched = new("Tidak perlu dibatalkan", "Nothing to revert");
    public static readonly Text RevertSkipped = new("Dibiarkan (diubah lagi kemudian)", "Left alone (changed again later)");
    public static readonly Text RevertSkip = new("  baris {0}, NIK {1}: diubah kiriman {2}", "  row {0}, NIK {1}: changed by batch {2}");
    public static readonly Text RevertConfirm = new("Belum ada yang dikirim. Untuk mengirim: kpusync revert {0} --yes", "Nothing was sent. To send it: kpusync revert {0} --yes");
    public static readonly Text RevertNothing = new("Tidak ada yang perlu dibatalkan.", "There is nothing to revert.");

    public static readonly Text AuditOk = new("Rantai utuh: {0} entri, {1} resi cocok.", "The chain is whole: {0} entries, {1} receipts agree.");
    public static readonly Text AuditFaults = new("{0} hal tidak cocok:", "{0} things do not agree:");
    public static readonly Text AuditFault = new("  posisi {0}, kiriman {1}: {2} [{3}]", "  position {0}, batch {1}: {2} [{3}]");

    public static readonly Text PullDone = new("{0} entri dengan {1} perubahan dibaca.", "{0} entries with {1} changes were read.");
    public static readonly Text PullRewound = new("Server dipulihkan dari salinan lama; pembacaan diulang dari titik yang sama.", "The server was restored from an older copy; reading began again from the common point.");
    public static readonly Text PullRestarted = new("Token tidak dapat dipakai lagi; pembacaan diulang dari awal.", "The token could not be used any more; reading began again from the start.");
    public static readonly Text PullEntry = new("{0}  posisi {1}  {2}", "{0}  position {1}  {2}");
    public static readonly Text PullBatch = new("kiriman {0}, {1} perubahan, {2}", "batch {0}, {1} changes, {2}");
    public static readonly Text PullEpoch = new("zaman {0} dibuka ({1})", "epoch {0} opened ({1})");
    public static readonly Text PullVerified = new("verifikasi dicatat", "a verification was recorded");
    public static readonly Text PullRejected = new("perubahan yang ditahan ditolak", "a held change was given up");
    public static readonly Text PullReleased = new("{0} perubahan yang ditahan diputuskan", "{0} held changes were decided");
    public static readonly Text PullClaimAnswered = new("klaim kantor lain dijawab", "another office's claim was answered");
    public static readonly Text PullDecided = new("kasus ganda diputuskan, {0} pemilih menjadi TMS", "a duplicate case was decided, {0} voters removed");
    public static readonly Text PullTransferred = new("pemindahan wilayah, {0} pemilih", "a transfer of villages, {0} voters");
    public static readonly Text PullReplayed = new("{0} perubahan terparkir diputuskan lagi: {1}", "{0} parked changes were decided again: {1}");
    public static readonly Text PullDiscarded = new("{0} perubahan terparkir dibuang", "{0} parked changes were given up");
    public static readonly Text PullNotice = new("pemberitahuan: {0} klaim, {1} kasus ganda", "notices: {0} claims, {1} duplicate cases");
    public static readonly Text PullRecap = new("rekap {0} ditutup atau dibuka", "recap of {0} closed or reopened");
    public static readonly Text PullOther = new("entri jenis lain", "an entry of another kind");

    public static readonly Text SampleDone = new("{0} ekspor dengan {1} baris ditulis ke {2} dalam {3:0.0} detik.", "{0} exports with {1} rows were written to {2} in {3:0.0} seconds.");
    public static readonly Text SampleTruth = new("Jawaban benar: {0} (dan register-*.txt di sampingnya).", "The right answers: {0} (and register-*.txt beside it).");
    public static readonly Text Registered = new("Terdaftar", "Registered");
    public static readonly Text Broken = new("Rusak", "Broken");
    public static readonly Text Unverified = new("> 100 tahun", "Over 100");
    public static readonly Text RowsShort = new("Baris", "Rows");
}
