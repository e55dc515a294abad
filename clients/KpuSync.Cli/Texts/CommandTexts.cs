namespace KpuSync.Cli.Texts;

/// <summary>What commands, arguments and options are for.</summary>
internal static class CommandTexts
{
    public static readonly Text Root = new(
        "kpusync mengirim perubahan data pemilih dari kantor kabupaten/kota ke server KPU, dan dapat dilanjutkan kapan pun terputus.",
        "kpusync sends a regency office's voter changes to the KPU server, and goes on wherever it was cut off.");

    public static readonly Text Help = new("Tampilkan bantuan.", "Show help.");
    public static readonly Text Version = new("Tampilkan versi.", "Show the version.");
    public static readonly Text Home = new("Direktori instalasi. Bawaan: KPUSYNC_HOME, atau ~/.kpusync.", "Directory of the installation. Default: KPUSYNC_HOME, or ~/.kpusync.");
    public static readonly Text Lang = new("Bahasa: id atau en. Bawaan: dari LANG, Indonesia lebih dahulu.", "Language: id or en. Default: from LANG, Indonesian first.");
    public static readonly Text Json = new("Satu dokumen JSON di keluaran baku; kemajuan di keluaran galat.", "One JSON document on standard output; progress on standard error.");

    public static readonly Text Init = new(
        "Menyiapkan komputer ini, atau mengganti alamat server atau kredensialnya.",
        "Set up this computer, or change its server address or credential.");

    public static readonly Text InitServer = new("Alamat server, misalnya http://127.0.0.1:5080.", "Address of the server, for example http://127.0.0.1:5080.");
    public static readonly Text InitCredential = new("Berkas berisi kredensial dari administrator.", "File with the credential from the administrator.");
    public static readonly Text InitOffice = new("Kode kantor 4 digit, misalnya 5201; administrator: P52 atau RI. Bawaan: dari kredensial.", "4-digit office code, for example 5201; administrators: P52 or RI. Default: from the credential.");
    public static readonly Text InitFromServer = new(
        "Komputer baru atau pengganti: bangun ulang data acuan dari buku besar server.",
        "A new or replaced computer: rebuild the baseline from the server's ledger.");

    public static readonly Text Push = new(
        "Mengirim yang menunggu, lalu selisih ekspor dengan yang sudah diketahui server.",
        "Send what waits, then what differs between an export and what the server is known to hold.");

    public static readonly Text PushFile = new("Ekspor pemilih (.csv atau .xlsx). Tanpa berkas: hanya kirim yang menunggu.", "Voter export (.csv or .xlsx). Without it: only send what waits.");
    public static readonly Text PushOpening = new("Muat daftar yang ada sebagai saldo awal rekap, bukan pemilih baru. Perlu --ba.", "Load an existing list as the recap's opening balance, not as new voters. Needs --ba.");
    public static readonly Text PushMinutes = new("Nomor berita acara yang menetapkan daftar itu.", "Number of the minutes (berita acara) that fixed the list.");
    public static readonly Text PushComplete = new("Ekspor ini lengkap: yang tidak ada di dalamnya dianggap hilang. Perlu --gone-as.", "The export is complete: whoever is not in it counts as gone. Needs --gone-as.");
    public static readonly Text PushGoneAs = new("Alasan TMS bagi yang hilang: {0}.", "TMS ground for those who are gone: {0}.");
    public static readonly Text PushYes = new("Lanjutkan walaupun lebih dari 2 persen daftar akan dihapus.", "Go on although more than 2 percent of the list would be removed.");
    public static readonly Text PushRetry = new("Kirim ulang baris yang dulu tidak diterapkan walaupun tidak berubah.", "Send rows again that were not applied before, although they have not changed.");

    public static readonly Text Pull = new("Membaca buku besar server sejak terakhir dibaca.", "Read the server's ledger from where it was read last.");
    public static readonly Text PullFollow = new("Terus menunggu entri baru sampai Ctrl-C.", "Keep waiting for new entries until Ctrl-C.");
    public static readonly Text PullProvince = new("Buku besar semua kantor satu provinsi, misalnya 52.", "The ledgers of all offices of a province, for example 52.");
    public static readonly Text PullNation = new("Buku besar semua kantor.", "The ledgers of all offices.");
    public static readonly Text PullWithCentre = new(
        "Baca juga buku besar pusat (RI), yang memuat profil partai; tanpa hak atas pusat isinya disamarkan.",
        "Read the centre's ledger (RI) too, which has the parties' profiles; masked without a grant for the centre.");

    public static readonly Text PullFromStart = new("Mulai dari entri pertama.", "Begin at the first entry.");

    public static readonly Text Status = new("Yang terkirim, diakui, dan menunggu, serta resi terakhir.", "What is sent, acknowledged and waiting, and the last receipt.");

    public static readonly Text Validate = new("Memeriksa ekspor tanpa mengirimnya.", "Check an export without sending it.");
    public static readonly Text ValidateFile = new("Ekspor pemilih (.csv atau .xlsx).", "Voter export (.csv or .xlsx).");
    public static readonly Text ValidateServer = new("Tanyakan kepada server apa hasilnya jika dikirim sekarang.", "Ask the server what sending it now would give.");
    public static readonly Text ValidateReport = new("Tulis baris yang keliru ke berkas untuk diperbaiki.", "Write the rows with errors to a file, to be mended.");

    public static readonly Text Compare = new("Membandingkan register dengan ekspor, per desa.", "Compare the register with an export, by village.");
    public static readonly Text CompareAll = new("Tampilkan juga desa yang sudah sama.", "Show the villages that agree, too.");

    public static readonly Text Revert = new("Membatalkan satu kiriman yang keliru: pratinjau, lalu kirim perubahan balik dengan --yes.", "Revert a wrong batch: preview, then send the compensating changes with --yes.");
    public static readonly Text RevertBatch = new("Nomor urut kiriman instalasi ini, atau batch_id.", "A sequence number of this installation, or a batch id.");
    public static readonly Text RevertYes = new("Kirim perubahan balik.", "Send the compensating changes.");

    public static readonly Text Audit = new("Memeriksa bukti.", "Check the evidence.");
    public static readonly Text AuditVerify = new(
        "Hitung ulang rantai buku besar dan bandingkan dengan resi yang disimpan di sini.",
        "Compute the ledger's chain again and compare it with the receipts kept here.");

    public static readonly Text Sample = new("Menulis ekspor tiruan dengan jawaban benar di sampingnya.", "Write synthetic exports with the right answers beside them.");
    public static readonly Text SampleOut = new("Direktori tujuan.", "Directory to write to.");
    public static readonly Text SampleVoters = new("Jumlah pemilih di semua kantor. Bawaan: 50000.", "Voters of all offices together. Default: 50000.");
    public static readonly Text SampleSeed = new("Benih: benih sama, byte sama. Bawaan: 2025.", "Seed: the same seed gives the same bytes. Default: 2025.");
    public static readonly Text SampleRounds = new("1: ekspor pertama. 2: juga ekspor kedua dengan perubahan. Bawaan: 1.", "1: the first export. 2: a second one with changes, too. Default: 1.");
    public static readonly Text SampleOffices = new("Kode kantor, dipisah koma. Bawaan: sepuluh kantor NTB dan 5171.", "Office codes, separated by commas. Default: the ten of NTB and 5171.");
    public static readonly Text SampleXlsx = new("Tulis semua berkas sebagai XLSX, bukan CSV.", "Write every file as XLSX instead of CSV.");

    public static readonly Text Demo = new("Memperagakan semuanya: server, sebelas kantor, dua putaran, sambungan yang putus.", "Show it all: a server, eleven offices, two rounds, a line that is cut.");
    public static readonly Text DemoDirectory = new("Direktori peragaan; dikosongkan lebih dahulu. Bawaan: .demo", "Directory of the demonstration; emptied first. Default: .demo");
    public static readonly Text DemoVoters = new("Jumlah pemilih. Bawaan: 50000.", "Number of voters. Default: 50000.");
    public static readonly Text DemoOnce = new("Berhenti sendiri setelah ringkasan.", "Stop by itself after the summary.");
    public static readonly Text DemoServer = new("Program kpusync-server yang dipakai. Bawaan: yang ada di samping kpusync.", "The kpusync-server program to use. Default: the one beside kpusync.");
    public static readonly Text DemoConnection = new("Basis data PostgreSQL kosong untuk peladen. Bawaan: berkas di dalam direktori.", "An empty PostgreSQL database for the server. Default: a file in the directory.");
}
