namespace KpuSync.Cli.Texts;

/// <summary>Headings of help, and what can be wrong with arguments.</summary>
internal static class UsageTexts
{
    public static readonly Text Usage = new("Pemakaian:", "Usage:");
    public static readonly Text Commands = new("Perintah:", "Commands:");
    public static readonly Text Arguments = new("Argumen:", "Arguments:");
    public static readonly Text Options = new("Opsi:", "Options:");

    public static readonly Text SeeHelp = new("Lihat: {0} --help", "See: {0} --help");
    public static readonly Text Unknown = new("Perintah atau opsi tidak dikenal: '{0}'.", "Unknown command or option: '{0}'.");
    public static readonly Text CommandMissing = new("Perintah belum disebut.", "No command was given.");
    public static readonly Text ValueMissing = new("Opsi {0} perlu nilai.", "Option {0} needs a value.");
    public static readonly Text ArgumentMissing = new("{0} belum disebut.", "{0} is missing.");
    public static readonly Text LanguageUnknown = new("Bahasa '{0}' tidak ada; pilih id atau en.", "There is no language '{0}'; choose id or en.");
    public static readonly Text ServerMalformed = new("'{0}' bukan alamat server; contoh: http://127.0.0.1:5080.", "'{0}' is not a server address; an example: http://127.0.0.1:5080.");
    public static readonly Text OneOffice = new("Kantor, misalnya 5201. Bawaan: kantor instalasi ini.", "Office, such as 5201. Default: this installation's office.");
    public static readonly Text OfficeMalformed = new("'{0}' bukan kode kantor 4 digit yang ada.", "'{0}' is not a 4-digit code of an office.");
    public static readonly Text OpeningNeedsMinutes = new("--opening perlu --ba NOMOR, dan sebaliknya.", "--opening needs --ba NUMBER, and the other way round.");
    public static readonly Text CompleteNeedsGround = new("--complete perlu --gone-as ALASAN, dan sebaliknya.", "--complete needs --gone-as GROUND, and the other way round.");
    public static readonly Text NeedsFile = new("{0} hanya berlaku bersama BERKAS.", "{0} only goes with FILE.");
    public static readonly Text GroundUnknown = new("Alasan '{0}' tidak ada. Pilihan: {1}.", "There is no ground '{0}'. Choose from: {1}.");
    public static readonly Text ProvinceOrNation = new("Pilih salah satu: --province atau --nation.", "Choose one: --province or --nation.");
    public static readonly Text NumberOutOfRange = new("{0} harus antara {1} dan {2}.", "{0} must be between {1} and {2}.");
    public static readonly Text CredentialFileMissing = new("Berkas kredensial tidak ada: {0}", "The credential file is not there: {0}");
}
