namespace KpuSync.Cli.Texts;

/// <summary>The words of the demonstration.</summary>
internal static class DemoTexts
{
    public static readonly Text Samples = new("1. Ekspor tiruan: {0} pemilih di {1} kantor, dua putaran ({2:0.0} detik)", "1. Synthetic exports: {0} voters in {1} offices, two rounds ({2:0.0} seconds)");
    public static readonly Text ServerUp = new("2. Server berjalan di {0}; {1} kantor mendapat kredensial ({2:0.0} detik)", "2. The server runs at {0}; {1} offices have a credential ({2:0.0} seconds)");
    public static readonly Text FirstRound = new("3. Ekspor pertama: saldo awal, beberapa kantor sekaligus", "3. The first export: the opening balance, several offices side by side");
    public static readonly Text SecondRound = new("4. Ekspor kedua: hanya yang berubah yang dikirim", "4. The second export: only what has changed is sent");
    public static readonly Text Cut = new("5. Sambungan {0} diputus di tengah jalan, lalu dilanjutkan", "5. The line of {0} is cut half-way, then taken up again");
    public static readonly Text CutBroken = new("   terputus setelah {0} dari {1} perubahan diakui; {2} menunggu di kotak keluar", "   cut after {0} of {1} changes were acknowledged; {2} wait in the outbox");
    public static readonly Text CutResumed = new("   dilanjutkan: {0} perubahan diakui, tidak ada yang hilang atau ganda", "   taken up again: {0} changes acknowledged, none lost, none twice");
    public static readonly Text OfficeDone = new("   {0}{1} baris, {2} perubahan", "   {0}{1} rows, {2} changes");
    public static readonly Text OfficeNotApplied = new(", {0} tidak diterapkan", ", {0} not applied");

    public static readonly Text SummaryHeading = new("Ringkasan kedua putaran", "Both rounds in one table");
    public static readonly Text Sent = new("Dikirim", "Sent");
    public static readonly Text Applied = new("Tercatat", "Applied");
    public static readonly Text Unchanged = new("Tetap", "Same");
    public static readonly Text Held = new("Ditahan", "Held");
    public static readonly Text Rejected = new("Ditolak", "Rejected");
    public static readonly Text Unreadable = new("Rusak", "Broken");
    public static readonly Text Voters = new("Register", "Register");
    public static readonly Text Counted = new(
        "Dikirim = tercatat + tetap + ditahan + ditolak. Rusak: baris yang tidak terbaca. Register: pemilih aktif.",
        "Sent = applied + same + held + rejected. Broken: rows that cannot be read. Register: active voters.");

    public static readonly Text HeldHeading = new("Ditahan sampai diverifikasi: {0} pemilih di atas 100 tahun", "Held until verified: {0} voters over 100");
    public static readonly Text HeldLine = new("  {0}: kpusync held verify {1}:{2} ... (lahir {3})", "  {0}: kpusync held verify {1}:{2} ... (born {3})");
    public static readonly Text DuplicatesHeading = new("Data ganda yang ditemukan", "Duplicates that were found");
    public static readonly Text PartyHeld = new("{0} anggota ditahan sampai profil partai tiba di pusat, lalu dilepas dengan sendirinya.", "{0} members were held until the parties' profiles arrived at the centre, and then released by themselves.");
    public static readonly Text PartyRight = new("Ganda internal, ganda eksternal, dan pekerjaan sesuai dengan yang ditanam.", "Doubles in the party, between parties, and occupations are those that were planted.");
    public static readonly Text PartyWrong = new("Pemeriksaan partai TIDAK sesuai dengan yang ditanam.", "The party's check is NOT as planted.");
    public static readonly Text ProgressRight = new("Penanda rencana, 96 persen, revisi, dan yang belum melapor sesuai dengan yang ditanam.", "The flags for plan, 96 percent, revisions and who has not reported are those that were planted.");
    public static readonly Text ProgressWrong = new("Penanda kemajuan TIDAK sesuai dengan yang ditanam.", "The progress flags are NOT those that were planted.");
    public static readonly Text DuplicatesRight = new("Tepat pasangan yang ditanam; lihat dengan kpusync duplicates.", "Exactly the pairs that were planted; see them with kpusync duplicates.");
    public static readonly Text DuplicatesWrong = new("Yang ditanam: {0} antarprovinsi dan {1} lainnya.", "Planted were {0} between provinces and {1} others.");
    public static readonly Text FailedHeading = new("Perubahan terparkir di {0}: {1}, menunggu administrator", "Parked changes in {0}: {1}, waiting for an administrator");
    public static readonly Text FailedStory = new(
        "{0} mengoreksi NIK ke nomor yang masih dipakai pemilih lain, dan menghapus orang yang tidak terdaftar. Lalu pemegang nomor itu pindah.",
        "{0} corrected a NIK to a number that another voter still had, and removed somebody who is not registered. Then the one who had the number moved away.");
    public static readonly Text FailedPreview = new("Jika {0} diputuskan lagi sekarang (pratinjau, tidak ada yang ditulis)", "If {0} were replayed now (a preview, nothing is written)");
    public static readonly Text FailedRight = new("Satu akan tercatat, satu tetap ditolak, seperti yang ditanam; tinggal diputuskan oleh Anda.", "One would be applied and one refused, as planted; they are left for you to replay.");
    public static readonly Text FailedWrong = new("Perubahan terparkir TIDAK sesuai dengan yang ditanam.", "The parked changes are NOT as planted.");
    public static readonly Text TruthRight = new("Register ke-{0} kantor sama dengan jawaban benar: {1} pemilih.", "The registers of all {0} offices are as the truth file says: {1} voters.");
    public static readonly Text TruthWrong = new("Register {0}: {1} pemilih, seharusnya {2}.", "Register of {0}: {1} voters, should be {2}.");
    public static readonly Text Speed = new("{0} perubahan per detik: {1} perubahan dalam {2:0.0} detik, semua diperiksa dan tersimpan di disk sebelum diakui.", "{0} changes a second: {1} changes in {2:0.0} seconds, each checked and on disk before it was acknowledged.");

    public static readonly Text NotAppliedHeading = new("Baris yang tidak diterapkan: {0}", "Rows that were not applied: {0}");
    public static readonly Text NotAppliedFiles = new("Semuanya, siap diperbaiki dan dikirim lagi, ada di {0}", "All of them, ready to mend and push again, are in {0}");

    public static readonly Text DataHeading = new("Letak data", "Where the data lies");
    public static readonly Text DataExports = new("Ekspor", "Exports");
    public static readonly Text DataTruth = new("Jawaban benar", "Right answers");
    public static readonly Text DataServer = new("Basis data", "Database");
    public static readonly Text DataOffices = new("Instalasi kantor", "Installations");
    public static readonly Text DataLog = new("Catatan server", "Server log");

    public static readonly Text NextHeading = new("Selanjutnya, coba", "What to try next");
    public static readonly Text NextServe = new("# di jendela lain: jalankan lagi server itu", "# in another window: run that server again");
    public static readonly Text NextStatus = new("# keadaan satu kantor", "# how an office stands");
    public static readonly Text NextValidate = new("# periksa berkas tanpa mengirim", "# check a file without sending it");
    public static readonly Text NextCompare = new("# register terhadap ekspor, per desa", "# register against export, by village");
    public static readonly Text NextLink = new("# tautan masuk ke konsol yang baru", "# a new sign-in link to the console");
    public static readonly Text NextHeld = new("# yang ditahan, dan klaim kantor lain", "# what is held, and claims of other offices");
    public static readonly Text NextDuplicates = new("# kasus ganda kantor ini", "# this office's duplicate cases");
    public static readonly Text NextDecide = new("# lihat satu kasus ganda, lalu putuskan dengan decide", "# look at a duplicate case, then settle it with decide");
    public static readonly Text NextCentre = new("# sebagai administrator di pusat", "# as the administrator at the centre");
    public static readonly Text NextFailed = new("# kiriman yang punya perubahan terparkir", "# batches with parked changes");
    public static readonly Text NextFailedPreview = new("# hasilnya bila diputuskan lagi sekarang", "# what a replay would give now");
    public static readonly Text NextFailedReplay = new("# putuskan lagi", "# replay them");
    public static readonly Text NextFailedReason = new("pemegang nomor sudah pindah", "who had the number has moved");
    public static readonly Text NextParty = new("# periksa anggota satu partai", "# check a party's members");
    public static readonly Text NextProgress = new("# kirim laporan bulanan lagi: tidak ada yang berubah", "# send the monthly reports again: nothing changes");
    public static readonly Text NextRevert = new("# batalkan satu kiriman (pratinjau)", "# revert a batch (preview)");
    public static readonly Text NextAudit = new("# periksa rantai buku besar", "# check the ledger's chain");
    public static readonly Text NextCli = new("# supaya perintah di bawah pendek", "# so that the commands below are short");

    public static readonly Text Serving = new("Server tetap berjalan di {0}. Tekan Ctrl-C untuk berhenti.", "The server keeps running at {0}. Press Ctrl-C to stop.");
    public static readonly Text Console = new("Konsol: {0}", "Console: {0}");
    public static readonly Text ConsoleOnce = new("Tautan berikut untuk administrator {0}, sekali pakai, 15 menit:", "This link is for an administrator of {0}, once, for 15 minutes:");
    public static readonly Text Stopped = new("Server berhenti dengan baik.", "The server has stopped in good order.");
    public static readonly Text DirectoryForeign = new("{0} bukan direktori peragaan dan tidak kosong; tidak disentuh. Pilih yang lain dengan --dir.", "{0} is not a demonstration's directory and not empty; it is left alone. Choose another with --dir.");
    public static readonly Text DatabaseFailed = new("Basis data tidak dapat disiapkan: {0}", "The database cannot be prepared: {0}");
    public static readonly Text ServerMissing = new("Program kpusync-server tidak ada di {0}. Sebutkan dengan --server-program.", "There is no kpusync-server program at {0}. Name it with --server-program.");
    public static readonly Text ServerFailed = new("Server tidak mau berjalan (kode {0}). Baca {1}", "The server did not start (code {0}). Read {1}");
    public static readonly Text TokenFailed = new("Kredensial tidak dapat dibuat: {0}", "The credentials could not be made: {0}");
    public static readonly Text LinkFailed = new("Tautan masuk ke konsol tidak dapat dibuat: {0}", "The sign-in link to the console could not be made: {0}");
}
