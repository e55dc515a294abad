namespace KpuSync.TestKit.People;

/// <summary>Invented people get their words from here.</summary>
internal static class NameWordLists
{
    public static readonly string[] MaleOpeners =
    [
        "MUHAMMAD", "MUHAMAD", "AHMAD", "ABDUL", "MOHAMMAD", "MOH.", "M.", "MUH.", "MOHAMAD", "NUR", "MOCH.", "ABDUL", "AHMAD", "MUHAMMAD", "KHAIRUL", "SYAIFUL",
    ];

    public static readonly string[] FemaleOpeners = ["SITI", "NUR", "SRI", "NURUL", "SITI", "DEWI", "INAQ", "ST.", "UMI", "ROSE", "PUTRI", "KHAIRUN"];

    public static readonly string[] MaleWords =
    [
        "RIZKI", "HIDAYAT", "HAKIM", "RAHMAN", "AZIZ", "FAUZI", "HASAN", "HADI", "ANWAR", "YUSUF", "IBRAHIM", "ISMAIL", "USMAN", "UMAR", "ALI", "IRWAN", "IRAWAN", "SETIAWAN",
        "KURNIAWAN", "GUNAWAN", "SAPUTRA", "PRATAMA", "RAMDANI", "HAMDANI", "MALIK", "SALEH", "AKBAR", "MAULANA", "FIRDAUS", "SUHARDI", "MUSTAFA", "RAHMAT", "JAELANI", "ILHAM",
        "AGUS", "BUDI", "JOKO", "SLAMET", "BAMBANG", "HENDRA", "EKO", "DEDI", "ANDI", "RUDI", "HERI", "YUDI", "WAHYU", "TAUFIK", "ARIFIN", "SYARIFUDIN", "ZULKARNAIN", "LUTFI",
        "MASYHURI", "JUNAIDI", "MURTADHO", "FATHURRAHMAN", "ISKANDAR", "SOFYAN", "RUSLAN", "GAZALI", "BUKHARI", "THOHIR", "SUBHAN", "IHSAN", "RASYID", "WAHAB", "KHALID", "HUSNI",
        "NASIR", "FADIL", "FAJRI", "GHUFRON", "HAFIZ", "IQBAL", "JAMIL", "KAMIL", "LATIF", "MAHMUD", "NAUFAL", "QODRI", "RIDWAN", "SYUKUR", "TAMRIN", "UBAIDILLAH", "WILDAN", "ZAKARIA",
    ];

    public static readonly string[] FemaleWords =
    [
        "AISYAH", "FATIMAH", "HAYATI", "AMINAH", "KHADIJAH", "JANNAH", "AINI", "WAHYUNI", "LESTARI", "RAHAYU", "HALIMAH", "ZAENAB", "MARYAM", "SUSANTI", "HANDAYANI", "SAFITRI",
        "RAHMAWATI", "FITRIANI", "YULIANA", "MARLINA", "PUSPITA", "ANGGRAINI", "HIDAYATI", "KURNIATI", "APRIANI", "OKTAVIANI", "RAMDANI", "MAULIDA", "PERMATA", "ROHANA", "UTAMI",
        "WULANDARI", "ZAHRA", "SOLIHAH", "MARDIANA", "RINA", "RINI", "ANI", "TUTI", "YULI", "INDAH", "DIAN", "RATNA", "ERNI", "LINA", "NOVI", "SUSI", "MEGA", "FITRI", "LAILA",
        "NAJWA", "SALSABILA", "NABILA", "KARTIKA", "NINGSIH", "SAADAH", "MUNIRAH", "RUKIAH", "JUWAIRIAH", "MASITAH", "ROHANI", "HASANAH", "MUSLIMAH", "RAODAH", "SAKINAH", "HAERANI",
        "NURHAYATI", "NURAINI", "NURJANNAH", "NURUL", "JUMAENAH", "RAEHANAH", "SUHAENI", "MARIANI", "SUMIATI", "ZUBAIDAH", "ZULHIJJAH", "KHAERANI", "LATIFAH", "HUSNIATI",
    ];

    public static readonly string[] SasakMaleStarts =
    ["SYAM", "SAHAB", "KAMAR", "JAMAL", "NAS", "BURHAN", "SIRAJ", "ZAIN", "SAIF", "BADAR", "FAHR", "HUSAM", "JALAL", "KHAIR", "MUHY", "NAJM", "NIZAM", "SALAH", "TAJ", "HAMZAN", "ZUL", "MAH", "RUS", "MUZAK", "SAPAR", "AMIR", "JUM", "MUN", "SAH", "MAS", "LUK", "ROS"];

    public static readonly string[] SasakMaleEnds =
    ["UDIN", "UDDIN", "AWADI", "RIADI", "HADI", "WAN", "SUN", "ULLAH", "AR", "IRAN", "ANI", "AWAN", "KIAH", "IMAN", "ERI", "ADI", "IYANTO", "ALDI", "UL HAKIM", "IAN"];

    public static readonly string[] SasakFemaleStarts =
    ["SAK", "MAR", "JUM", "RAH", "SAH", "HAE", "NUR", "MUN", "SAL", "MAS", "RUK", "SUM", "KAL", "JAM", "ZUL", "HAB", "ROH", "SUH", "MAIM", "HUS", "LAEL", "FAR", "WAH", "ZAH", "SIM"];

    public static readonly string[] SasakFemaleEnds =
    ["INAH", "IANI", "IATI", "NAH", "ARTI", "IYAH", "LAELA", "AWATI", "NIATI", "UNAH", "IDAH", "MAWATI", "ENI", "ERAH", "ITUN", "ISAH", "LINA", "SIAH", "NUNG", "TINI"];

    public static readonly string[] JavaneseMaleStarts =
    ["SU", "HAR", "WAR", "MUL", "SUR", "PUR", "WI", "KAS", "TUK", "NGAT", "SAR", "MAR", "DAR", "KAR", "SAM", "RUS", "YUD", "TRIS", "PRI", "SUG", "SUDAR", "SUP", "TEG", "WAS", "JOY", "KUS", "BAM", "DJU", "SOE"];

    public static readonly string[] JavaneseMaleEnds =
    ["YANTO", "YONO", "NO", "ADI", "MAN", "TONO", "WADI", "SONO", "GITO", "DJO", "MIN", "JAN", "KIR", "NYOTO", "PRAPTO", "DODO", "DOYO", "KUSUMO", "HARTO", "DIRJO", "IYO", "LAN", "MADI", "NARDI", "TIKNO"];

    public static readonly string[] JavaneseFemaleStarts =
    ["SU", "MUR", "KAR", "WAR", "SAR", "PAR", "TUM", "NGAT", "JUM", "RUS", "MAR", "SAL", "SUM", "SUP", "RAT", "YUL", "WID", "WUL", "END", "TRI", "LAS", "PUJ", "SIT", "DJU", "KUS"];

    public static readonly string[] JavaneseFemaleEnds =
    ["INI", "ATI", "IYAH", "INAH", "IYEM", "MINI", "TINI", "YANI", "SIH", "WATI", "ILAH", "MIATI", "ARTI", "ANTI", "NINGSIH", "YATMI", "NEM", "KINI", "LASTRI", "MIYATUN"];

    public static readonly string[] BalineseStarts = ["SU", "DAR", "WIR", "ADN", "PAR", "MER", "ARI", "WID", "SUK", "PUSP", "RAT", "MUR", "YAS", "SUD", "ART", "KER", "SUW", "LAN"];

    public static readonly string[] BalineseMaleEnds = ["ARTA", "AWAN", "ANA", "DIKA", "WATA", "ARJA", "NYANA", "ADA", "MAYASA", "ENDRA", "JANA", "IASA"];

    public static readonly string[] BalineseFemaleEnds = ["ARTINI", "ASTUTI", "YANI", "ERTI", "AWATI", "ADI", "ASIH", "IANI", "NIASIH", "ARIANI", "ITRI", "ENI"];

    public static readonly string[] BalineseOrder = ["WAYAN", "MADE", "NYOMAN", "KETUT", "PUTU", "KADEK", "KOMANG", "GEDE"];

    public static readonly string[] Degrees = ["S.PD.", "S.H.", "S.E.", "S.SOS.", "S.KEP.", "A.MD.", "S.PD.I.", "M.PD.", "S.KOM.", "S.T.", "M.M."];

    public static readonly string[] Streets =
    ["PENDIDIKAN", "PEJANGGIK", "SRIWIJAYA", "GAJAH MADA", "SUDIRMAN", "DIPONEGORO", "PANCA USAHA", "LANGKO", "BUNG KARNO", "RAYA SENGGIGI", "PELABUHAN", "MAJAPAHIT", "UDAYANA", "ENERGI"];

    public static readonly string[] Hamlets =
    ["MEKAR SARI", "KARANG BARU", "GUBUK DALEM", "MONTONG", "DASAN TINGGI", "PEMATUNG", "LINGKUK", "BATU RIMPANG", "KARANG ANYAR", "REBAN", "PENYARING", "RADE", "KESAMBI", "PAOK", "TIBU"];

    /// <summary>Names that parents give to twins.</summary>
    public static readonly (string First, string Second, bool Female)[] TwinNames =
    [
        ("HASAN", "HUSEN", false), ("RINA", "RINI", true), ("RANI", "RENI", true), ("ANDI", "ANDRI", false), ("RIZKI", "RIZAL", false), ("FAJAR", "FAJRI", false), ("LINA", "LENI", true),
        ("NINA", "NANI", true), ("SANTI", "SINTA", true), ("YUDI", "YUDA", false), ("DINA", "DINI", true), ("ARIF", "ARIS", false), ("RAHMAN", "RAHMAT", false), ("FITRIA", "FITRIANI", true),
        ("SITI RAHMAH", "SITI RAHMI", true), ("AMIN", "AMAN", false), ("JAMAL", "KAMAL", false), ("INDRA", "INDRI", true), ("SAHRUL", "SAHRIL", false), ("YULIANA", "YULIANI", true),
        ("MUHAMMAD HASAN", "MUHAMMAD HUSEN", false), ("NURHASANAH", "NURHAYATI", true), ("ILHAM RAMDANI", "ILHAM RAMDANA", false), ("WULANDARI", "WULANSARI", true), ("DEWI LESTARI", "DEWI LESTIANI", true),
    ];
}
