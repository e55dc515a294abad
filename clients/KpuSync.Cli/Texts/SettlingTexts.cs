namespace KpuSync.Cli.Texts;

/// <summary>What the commands about holds, claims and duplicates say.</summary>
internal static class SettlingTexts
{
    public static readonly Text Held = new(
        "Perubahan yang ditahan, dan klaim kantor lain atas pemilih kantor ini.", "Changes that are held, and what other offices say about this office's voters.");
    public static readonly Text HeldVerify = new("Mencatat verifikasi dan melepas perubahan yang ditahan.", "Record a verification and release a held change.");
    public static readonly Text HeldReject = new("Menolak perubahan yang ditahan, dengan alasan.", "Give a held change up, with a reason.");
    public static readonly Text HeldConfirm = new("Membenarkan klaim kantor lain; pemilihnya menjadi TMS.", "Confirm what another office says; the voter is removed.");
    public static readonly Text HeldDeny = new("Membantah klaim kantor lain.", "Deny what another office says.");
    public static readonly Text Office = new("Kantor, misalnya 5201. Bawaan: kantor instalasi ini.", "Office, for example 5201. Default: this installation's.");
    public static readonly Text All = new("Juga klaim yang sudah selesai.", "Also claims that are settled.");
    public static readonly Text HeldId = new("Tempat perubahan menurut daftar, misalnya 17:3.", "Place of the change as the list shows it, for example 17:3.");
    public static readonly Text ClaimId = new("Nomor klaim menurut daftar, misalnya 5202-8-0.", "Number of the claim as the list shows it, for example 5202-8-0.");
    public static readonly Text Method = new("Cara: coktas, door (dari pintu ke pintu) atau dukcapil.", "How: coktas, door (door to door) or dukcapil.");
    public static readonly Text Officer = new("Nama atau nomor petugas.", "Name or number of the officer.");
    public static readonly Text Date = new("Tanggal pemeriksaan, YYYY-MM-DD.", "Day of the check, YYYY-MM-DD.");
    public static readonly Text Document = new("Nomor atau nama dokumen.", "Number or name of the document.");
    public static readonly Text Reason = new("Alasan, 1 sampai 500 huruf, tanpa NIK.", "Why, 1 to 500 characters, no NIK.");

    public static readonly Text Duplicates = new("Kasus ganda: di dalam kantor, antarkantor, antarprovinsi.", "Duplicate cases: inside the office, between offices, between provinces.");
    public static readonly Text DuplicatesShow = new("Menampilkan satu kasus.", "Show one case.");
    public static readonly Text DuplicatesDecide = new("Memutuskan satu kasus.", "Decide one case.");
    public static readonly Text Range = new("Kantor (5201), provinsi (P52) atau nasional (RI). Bawaan: kantor instalasi ini.", "Office (5201), province (P52) or nation (RI). Default: this installation's.");
    public static readonly Text State = new("Keadaan: open, decided, different, closed atau all. Bawaan: open.", "State: open, decided, different, closed or all. Default: open.");
    public static readonly Text Class = new("Hanya K1, K2 atau K3.", "Only K1, K2 or K3.");
    public static readonly Text CaseId = new("Nomor kasus.", "Number of the case.");
    public static readonly Text Keep = new(
        "Yang dipertahankan: kode kantornya; dengan beberapa sisi di satu kantor KODE:URUTAN (mulai 1); both: orang yang berbeda, semua tetap.",
        "Which one stays: its office code; with several sides in one office CODE:PLACE (from 1); both: different people, all stay.");
    public static readonly Text Version = new("Versi kasus yang dilihat; ditolak bila sudah berubah. Perlu untuk KODE:URUTAN dan untuk lebih dari dua sisi.", "Version of the case that was looked at; refused if it has changed. Needed for CODE:PLACE and for more than two sides.");

    public static readonly Text PlaceMalformed = new("'{0}' bukan tempat perubahan; contoh: 17:3.", "'{0}' is not the place of a change; an example: 17:3.");
    public static readonly Text ChoiceUnknown = new("'{0}' tidak dikenal untuk {1}. Pilihan: {2}.", "'{0}' is not known for {1}. Choose from: {2}.");
    public static readonly Text KeepMalformed = new("'{0}' bukan pilihan; contoh: 5201, 5201:2 atau both.", "'{0}' is not a choice; examples: 5201, 5201:2 or both.");

    public static readonly Text Subject = new(
        "Semua data tentang satu orang dan siapa yang pernah membacanya, untuk orang itu sendiri (UU PDP). Khusus administrator.",
        "Everything about one person and who has read it, for that person (UU PDP). For administrators.");
    public static readonly Text SubjectNik = new("NIK, 16 angka; '-' membacanya dari masukan baku.", "NIK, 16 digits; '-' reads it from standard input.");
    public static readonly Text SubjectMalformed = new("NIK harus tepat 16 angka.", "The NIK must be exactly 16 digits.");
    public static readonly Text SubjectRegistrations = new("Register ({0})", "Registers ({0})");
    public static readonly Text SubjectEntries = new("Entri buku besar ({0})", "Ledger entries ({0})");
    public static readonly Text SubjectClaims = new("Klaim ({0})", "Claims ({0})");
    public static readonly Text SubjectCases = new("Kasus ganda ({0})", "Duplicate cases ({0})");
    public static readonly Text SubjectReadings = new("Siapa yang membaca buku besar itu ({0})", "Who read these ledgers ({0})");

    public static readonly Text NoHolds = new("Tidak ada perubahan yang ditahan.", "No change is held.");
    public static readonly Text NoClaims = new("Tidak ada klaim kantor lain.", "No claim of another office.");
    public static readonly Text HoldsHeading = new("Ditahan ({0})", "Held ({0})");
    public static readonly Text ClaimsHeading = new("Klaim kantor lain ({0})", "Claims of other offices ({0})");
    public static readonly Text ColumnPlace = new("Tempat", "Place");
    public static readonly Text ColumnSince = new("Sejak", "Since");
    public static readonly Text ColumnVoter = new("Pemilih", "Voter");
    public static readonly Text ColumnWhy = new("Mengapa", "Why");
    public static readonly Text ColumnClaim = new("Klaim", "Claim");
    public static readonly Text ColumnBy = new("Oleh", "By");
    public static readonly Text ColumnState = new("Keadaan", "State");
    public static readonly Text ColumnCase = new("Kasus", "Case");
    public static readonly Text ColumnClass = new("Kelas", "Class");
    public static readonly Text ColumnReach = new("Jangkauan", "Reach");
    public static readonly Text ColumnSides = new("Sisi", "Sides");
    public static readonly Text ColumnScore = new("Skor", "Score");
    public static readonly Text NextVerify = new("Setelah diperiksa: kpusync held verify {0} --method coktas --officer NAMA --date YYYY-MM-DD --document NOMOR", "Once checked: kpusync held verify {0} --method coktas --officer NAME --date YYYY-MM-DD --document NUMBER");
    public static readonly Text Released = new("Tercatat pada posisi {0}.", "Recorded at position {0}.");
    public static readonly Text SettledLine = new("  {0}: {1}", "  {0}: {1}");
    public static readonly Text OwnChange = new("pemilih", "voter");

    public static readonly Text NoCases = new("Tidak ada kasus ganda.", "No duplicate case.");
    public static readonly Text Behind = new("Pemindai belum melihat {0} entri terakhir; daftar ini dapat bertambah.", "The scanner has not looked at the last {0} entries; the list may grow.");
    public static readonly Text OpenByReach = new("Terbuka {0}: {1}", "Open {0}: {1}");
    public static readonly Text CaseHeading = new("Kasus {0}: {1}, {2}, {3}", "Case {0}: {1}, {2}, {3}");
    public static readonly Text CaseDecider = new("Diputuskan oleh", "Decided by");
    public static readonly Text CaseWhy = new("Karena", "Because");
    public static readonly Text CaseVersion = new("Versi", "Version");
    public static readonly Text CaseReason = new("Alasan keputusan", "Reason of the decision");
    public static readonly Text SideKept = new("dipertahankan", "kept");
    public static readonly Text SideActive = new("aktif", "active");
    public static readonly Text SideGone = new("tidak aktif", "not active");
    public static readonly Text SideHeld = new("ditahan", "held");

    public static readonly Text InsideOffice = new("di dalam kantor", "inside the office");
    public static readonly Text BetweenOffices = new("antarkantor", "between offices");
    public static readonly Text BetweenProvinces = new("antarprovinsi", "between provinces");
    public static readonly Text StateOpen = new("terbuka", "open");
    public static readonly Text StateDecided = new("diputuskan", "decided");
    public static readonly Text StateDifferent = new("orang berbeda", "different people");
    public static readonly Text StateClosed = new("selesai sendiri", "closed by itself");
    public static readonly Text ClaimMoved = new("pindah ke sana", "moved there");
    public static readonly Text ClaimDied = new("meninggal", "died");
    public static readonly Text ClaimConfirmed = new("dibenarkan", "confirmed");
    public static readonly Text ClaimDenied = new("dibantah", "denied");
    public static readonly Text ClaimSettled = new("selesai sendiri", "settled by itself");
    public static readonly Text Applied = new("diterapkan", "applied");
    public static readonly Text Unchanged = new("tidak berubah", "unchanged");
    public static readonly Text StillHeld = new("tetap ditahan", "still held");
    public static readonly Text Rejected = new("ditolak", "rejected");
}
