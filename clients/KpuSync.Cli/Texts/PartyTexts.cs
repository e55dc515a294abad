using KpuSync.Contracts.V1;

namespace KpuSync.Cli.Texts;

/// <summary>The words of party data.</summary>
internal static class PartyTexts
{
    public static readonly Text Command = new("Data partai politik (SIPOL).", "Data of political parties (SIPOL).");
    public static readonly Text Push = new(
        "Kirim perubahan dari berkas data partai: anggota, kepengurusan, kantor, rekening, profil, klarifikasi, atau aduan.",
        "Send what changed in a file of party data: members, management, offices, accounts, profiles, clarifications or complaints.");

    public static readonly Text List = new("Daftar partai yang profilnya ada di pusat.", "The parties whose profiles the centre has.");
    public static readonly Text ListEmpty = new("Belum ada profil partai di pusat.", "The centre has no party's profile yet.");
    public static readonly Text Number = new("No.", "No.");
    public static readonly Text Abbreviation = new("Singkatan", "Short name");
    public static readonly Text AcehOnly = new("Lokal Aceh", "Aceh only");
    public static readonly Text AcehOnlyYes = new("ya", "yes");
    public static readonly Text Since = new("Sejak", "Since");
    public static readonly Text File = new("Berkas CSV atau XLSX; jenisnya dikenali dari kolomnya.", "CSV or XLSX file; its columns tell what it is.");
    public static readonly Text Complete = new(
        "Berkas ini daftar lengkap anggota partai di kantor ini: yang tidak ada di dalamnya dikeluarkan.",
        "This file is the whole list of the party's members in this office: who is not in it is taken out.");
    public static readonly Text GoneAs = new("Alasan bagi yang tidak ada lagi di dalamnya: {0}.", "Why those who are no longer in it left: {0}.");
    public static readonly Text Statement = new(
        "Catat klarifikasi orang yang ada di daftar dua partai: ia anggota partai yang mana.", "Record which party somebody in the lists of two is a member of.");
    public static readonly Text StatementParty = new("Nomor partainya, 1 s.d. 99; 0: bukan anggota partai mana pun.", "Number of that party, 1 to 99; 0: of none.");
    public static readonly Text Complaint = new(
        "Catat aduan bahwa nama seseorang dicatut partai, atau hasilnya.", "Record a complaint that a party used a name without consent, or what came of it.");
    public static readonly Text Finding = new(
        "Hasil pemeriksaan: DIPERIKSA, TERBUKTI, atau \"TIDAK TERBUKTI\"; bawaan DIPERIKSA.",
        "What was found: DIPERIKSA (not settled), TERBUKTI (confirmed) or \"TIDAK TERBUKTI\" (dismissed); DIPERIKSA by default.");
    public static readonly Text PersonNik = new("NIK orang itu.", "The person's NIK.");
    public static readonly Text PaperDate = new("Tanggal dokumen.", "Day of the document.");
    public static readonly Text PaperDocument = new("Nomor dokumen, tanpa NIK.", "Number of the document, without NIK.");
    public static readonly Text Check = new("Pemeriksaan keanggotaan satu partai di satu kantor.", "The check of a party's members in one office.");
    public static readonly Text Party = new("Nomor partai, 1 s.d. 99.", "Number of the party, 1 to 99.");
    public static readonly Text Limit = new("Paling banyak anggota bermasalah yang ditampilkan; bawaan 100.", "Most members with problems that are shown; 100 by default.");
    public static readonly Text Csv = new("Tulis anggota bermasalah ke berkas CSV.", "Write the members with problems to a CSV file.");
    public static readonly Text Xlsx = new("Tulis anggota bermasalah ke berkas XLSX.", "Write the members with problems to an XLSX file.");
    public static readonly Text PartyMalformed = new("Nomor partai harus 1 s.d. 99.", "The party's number must be 1 to 99.");

    public static readonly Text Semester = new(
        "Keadaan pada akhir semester ini (2026-S1), beserta perubahannya; tanpa ini keadaan sekarang.",
        "The state at the end of this semester (2026-S1), and what moved in it; without it the state of now.");

    public static readonly Text SemesterMalformed = new("'{0}' bukan semester; contoh: 2026-S1, 2026-S2.", "'{0}' is not a semester; examples: 2026-S1, 2026-S2.");
    public static readonly Text Organisation = new(
        "Pemeriksaan kepengurusan, kantor, dan rekening satu partai.", "The check of a party's management, offices and accounts.");

    public static readonly Text OrganisationHeading = new("Kepengurusan {0}, {1}", "Organisation of {0}, {1}");
    public static readonly Text Officers = new("Pengurus", "Officers");
    public static readonly Text Women = new("Perempuan", "Women");
    public static readonly Text HasOffice = new("Kantor", "Office");
    public static readonly Text HasAccount = new("Rekening", "Account");
    public static readonly Text Parts = new("Bagian", "Parts");
    public static readonly Text Meets = new("Status", "Status");
    public static readonly Text Yes = new("ada", "yes");
    public static readonly Text PartsNeeded = new("{0} dari {1}, perlu {2}", "{0} of {1}, {2} needed");
    public static readonly Text Met = new("MS", "MS");
    public static readonly Text NotMet = new("BMS", "BMS");
    public static readonly Text Heading = new("Keanggotaan {0}, {1}", "Members of {0}, {1}");
    public static readonly Text Numbered = new("partai nomor {0} (profil belum ada di pusat)", "party number {0} (the centre has no profile of it)");
    public static readonly Text Members = new("Anggota dalam daftar", "Members on the list");
    public static readonly Text PartyShort = new("Partai", "Party");
    public static readonly Text Leaving = new("Keluar", "Leaving");
    public static readonly Text Eligible = new("Memenuhi syarat (MS)", "Meet the conditions (MS)");
    public static readonly Text Mendable = new("Belum memenuhi syarat (BMS)", "Do not yet (BMS)");
    public static readonly Text NotEligible = new("Tidak memenuhi syarat (TMS)", "Do not (TMS)");
    public static readonly Text Needed = new("Dibutuhkan", "Needed");
    public static readonly Text NeededValue = new("{0} (penduduk {1})", "{0} (population {1})");
    public static readonly Text NeededUnknown = new("{0} (jumlah penduduk tidak diketahui)", "{0} (population not known)");
    public static readonly Text Enough = new("Cukup.", "Enough.");
    public static readonly Text Short = new("Kurang {0} anggota MS.", "{0} members short.");
    public static readonly Text Problem = new("Masalah", "Problem");
    public static readonly Text Count = new("Anggota", "Members");
    public static readonly Text Card = new("KTA", "Card");
    public static readonly Text Nik = new("NIK", "NIK");
    public static readonly Text Name = new("Nama", "Name");
    public static readonly Text Status = new("Status", "Status");
    public static readonly Text More = new("... dan seterusnya; --limit menampilkan lebih banyak.", "... and so on; --limit shows more.");

    public static readonly Text SemesterHeading = new("Perubahan dalam semester {0}, sampai dengan {1}", "What moved in semester {0}, up to {1}");
    public static readonly Text Before = new("Akhir semester sebelumnya", "End of the semester before");
    public static readonly Text BeforeValue = new("{0} (MS {1}, BMS {2}, TMS {3})", "{0} (MS {1}, BMS {2}, TMS {3})");
    public static readonly Text Entered = new("Masuk", "Entered");
    public static readonly Text Left = new("Keluar", "Left");
    public static readonly Text MoveFrom = new("Dari", "From");
    public static readonly Text MoveTo = new("Menjadi", "To");
    public static readonly Text NotListed = new("di luar daftar", "not on the list");
    public static readonly Text RegisterIsOfNow = new(
        "Daftar pemilih (tidak ada di daftar, meninggal) dilihat menurut keadaan sekarang, juga untuk semester yang sudah lewat.",
        "The voter register (not in it, dead) is looked at as it is now, also for a semester that is over.");

    /// <summary>Why a member was taken out, in words.</summary>
    public static Text Of(MemberRemovalGround ground) => ground switch
    {
        MemberRemovalGround.Resigned => new("mengundurkan diri", "resigned"),
        MemberRemovalGround.Dismissed => new("diberhentikan", "dismissed"),
        MemberRemovalGround.Deceased => new("meninggal", "dead"),
        MemberRemovalGround.MovedAway => new("pindah", "moved away"),
        MemberRemovalGround.Duplicate => new("ganda", "duplicate"),
        MemberRemovalGround.NotEligible => new("TMS", "TMS"),
        MemberRemovalGround.WithoutConsent => new("pencatutan nama", "name used without consent"),
        _ => new(ground.ToString(), ground.ToString()),
    };

    /// <summary>A problem, in words.</summary>
    public static Text Of(MemberProblem problem) => problem switch
    {
        MemberProblem.DoubleInParty => new("Ganda internal", "Twice in the party"),
        MemberProblem.DoubleBetweenParties => new("Ganda eksternal", "In another party too"),
        MemberProblem.Occupation => new("Pekerjaan (ASN, TNI, Polri)", "Occupation (civil service, army, police)"),
        MemberProblem.Age => new("Belum 17 tahun dan belum kawin", "Under 17 and never married"),
        MemberProblem.NotInRegister => new("NIK tidak ada di daftar pemilih", "NIK not in the voter register"),
        MemberProblem.Deceased => new("Tercatat meninggal", "Registered as dead"),
        MemberProblem.EnteredAgain => new("Pernah TMS, dimasukkan lagi", "Was TMS, entered again"),
        MemberProblem.WithoutConsent => new("Pencatutan nama", "Name used without consent"),
        _ => new(problem.ToString(), problem.ToString()),
    };

    /// <summary>A status by its abbreviation, which is the same in both languages.</summary>
    public static string Of(MemberStatus status) => status switch
    {
        MemberStatus.Eligible => "MS",
        MemberStatus.Mendable => "BMS",
        MemberStatus.NotEligible => "TMS",
        _ => "-",
    };
}
