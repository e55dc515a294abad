namespace KpuSync.Samples.People;

/// <summary>Whose names a household has.</summary>
internal enum NameCustom
{
    Sasak,
    Samawa,
    Mbojo,
    Balinese,
    Javanese,
}

/// <summary>Names as they stand on identity cards: upper case, often one word, often with a title.</summary>
internal static class NamePools
{
    public static readonly string[] MaleFirst =
    [
        "MUHAMMAD", "AHMAD", "ABDUL", "MUHAMAD", "MOH.", "M.", "SAHRUL", "HAERUL", "ZULKARNAEN", "SUHARDI", "MAHSUN", "SAPRUDIN", "JUMAHIR", "LALU",
        "HASAN", "HUSNI", "IRWAN", "JAMALUDIN", "KAMARUDIN", "MUSTAFA", "NASRUDIN", "RAHMAT", "SAHABUDIN", "SYAMSUDIN", "TAUFIK", "USMAN", "YUSUF", "ZAENAL",
        "ARIFIN", "BAHARUDIN", "DARMAWAN", "FATHURRAHMAN", "GUNAWAN", "HENDRA", "ILHAM", "ISKANDAR", "MARDI", "SUPARDI", "SURYADI", "AMIR", "SOFYAN", "RUSLAN",
        "ANDRÉ", "NOËL", "DEDI", "EDI", "FERI", "HERI", "RIZAL", "ROBI", "SAMSUL", "TONI", "WAHYU", "YUDI", "MUHAMMAD", "AHMAD", "MUHAMMAD",
    ];

    public static readonly string[] MaleSecond =
    [
        "RIZKI", "HIDAYAT", "HAKIM", "RAHMAN", "ROHMAN", "AZIZ", "MALIK", "FAUZI", "HAMDANI", "WATHONI", "AKBAR", "RAMDANI", "HADI", "YANI", "ANWAR", "BUKHARI",
        "GAZALI", "HABIBI", "IHSAN", "JAELANI", "KHAIRUL", "LUTFI", "MAJID", "NUR", "QADIR", "RASYID", "SALEH", "THOHIR", "UMAR", "WAHAB", "ZAKI", "SUBHAN",
        "EFENDI", "SAPUTRA", "PRATAMA", "KURNIAWAN", "SETIAWAN", "IRAWAN", "MAULANA", "FIRDAUS", "ARDIANSYAH", "HARIADI", "MUSLIM", "TAQWA",
    ];

    public static readonly string[] FemaleFirst =
    [
        "NUR", "SITI", "SRI", "NURHAYATI", "HAERANI", "MARIANI", "SUMIATI", "RAHMAH", "ZAENAB", "HALIMAH", "FATIMAH", "AISYAH", "KHADIJAH", "MARYAM", "NURAINI",
        "RUKIAH", "SAHNIM", "INAQ", "RAEHANAH", "JUMAENAH", "SAKNAH", "MUNIRAH", "HADIJAH", "ROHANI", "SUHAENI", "NURUL", "DEWI", "FITRI", "INDAH", "LINA",
        "MEGA", "NOVI", "PUTRI", "RINA", "SUSI", "TUTI", "WATI", "YULI", "ANI", "BAIQ", "DIAN", "EKA", "RATNA", "IDA", "ERNI", "RENÉE", "SITI", "NUR",
    ];

    public static readonly string[] FemaleSecond =
    [
        "HAYATI", "AINI", "JANNAH", "HASANAH", "AISYAH", "WAHYUNI", "RAHAYU", "LESTARI", "HANDAYANI", "MARLINA", "SUSANTI", "KURNIATI", "HIDAYATI", "LAELA",
        "FITRIANI", "ANGGRAINI", "PUSPITA", "YULIANA", "RAHMAWATI", "SAFITRI", "APRIANI", "OKTAVIANI", "RAMDANI", "HANDINI", "KARTIKA", "MAULIDA", "NINGSIH",
        "PERMATA", "ROHANA", "SULASTRI", "UTAMI", "WULANDARI", "ZAHRA", "SOLIHAH", "MARDIANA", "HAERUNISA", "KHAIRANI",
    ];

    public static readonly string[] SamawaMale =
    ["SYAMSUDDIN", "DENDI", "DATU", "MUSTAKIM", "SYAHRIR", "JUNAIDI", "AMIRUDDIN", "HASANUDDIN", "LALU", "ZULKIFLI", "BURHANUDDIN", "MAKASSAU", "SAHABUDDIN", "RANGGA"];

    public static readonly string[] SamawaFemale =
    ["LALA", "DINDA", "NURJANAH", "MASTURA", "SYAMSIAH", "HATIJAH", "JAMILAH", "NURMA", "SAHARIAH", "RABIATUL", "RATNAWATI", "KARTINI", "DENDE"];

    public static readonly string[] MbojoMale =
    ["ABUBAKAR", "ARAHMAN", "ARSYAD", "H. M. SALEH", "IBRAHIM", "JAKARIAH", "LA HAMA", "MANSYUR", "MUHTAR", "SIRAJUDDIN", "SYAFRUDDIN", "UMAR", "YASIN", "A. HARIS", "SUAEB", "MURTALIB"];

    public static readonly string[] MbojoFemale =
    ["ST. HAJAR", "ST. AMINAH", "SITI HAWA", "NURWAHIDAH", "RUGAYAH", "MARJAN", "HADIJAH", "JUBAIDAH", "KALISOM", "MAEMUNAH", "NURLAILA", "SAODAH", "SITI SARAH", "WAHIDAH", "FARIDAH"];

    public static readonly string[] BalineseOrder = ["WAYAN", "MADE", "NYOMAN", "KETUT", "PUTU", "KADEK", "KOMANG", "GEDE"];

    public static readonly string[] BalineseMale =
    ["SUDIARTA", "ARTAWAN", "SUDARMA", "WIRAWAN", "ADNYANA", "SUARDIKA", "PARWATA", "SUTARJA", "MERTA", "SUWENDRA", "ARIANA", "DARMAYASA", "YASA", "WIJAYA", "SUDANA"];

    public static readonly string[] BalineseFemale =
    ["SUARTINI", "ASTUTI", "SURYANI", "WIDIANI", "SUKERTI", "ARIANI", "PUSPAWATI", "RATNADI", "DARMAWATI", "SULASIH", "SUCIATI", "MURNIATI", "LASTRI", "YULIANTINI"];

    public static readonly string[] JavaneseMale =
    ["SUKARNO", "SOEPARMAN", "SUTRISNO", "WIDODO", "SUPRIYANTO", "BAMBANG", "JOKO", "AGUS", "SLAMET", "SUGIARTO", "PURNOMO", "HARTONO", "MULYONO", "DJUMADI", "TRI", "EKO", "YULIANTO"];

    public static readonly string[] JavaneseFemale =
    ["SRI", "SULASTRI", "WAHYUNINGSIH", "SUPARMI", "TUTIK", "ENDANG", "SUMARNI", "PARTINI", "RETNO", "YULIATI", "SUKARTI", "NINGSIH", "LESTARI", "DJUMIATI", "MURYANI", "SITI"];

    public static readonly string[] Degrees = ["S.PD.", "S.H.", "M.M.", "S.E.", "S.SOS.", "S.KEP.", "A.MD."];

    public static readonly string[] Streets =
    ["PENDIDIKAN", "PEJANGGIK", "SRIWIJAYA", "GAJAH MADA", "SUDIRMAN", "DIPONEGORO", "PANCA USAHA", "LANGKO", "BUNG KARNO", "TGH. FAISAL", "RAYA SENGGIGI", "SOEKARNO-HATTA", "PELABUHAN"];

    public static readonly string[] Hamlets =
    ["MEKAR SARI", "KARANG BARU", "GUBUK DALEM", "MONTONG", "DASAN TINGGI", "PEMATUNG", "LINGKUK", "BATU RIMPANG", "KARANG ANYAR", "REBAN", "PENYARING", "TOLO BALI", "RADE", "KESAMBI"];
}
