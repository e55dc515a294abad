namespace KpuSync.Cli.Texts;

/// <summary>The words of party data.</summary>
internal static class PartyTexts
{
    public static readonly Text Command = new("Data partai politik (SIPOL).", "Data of political parties (SIPOL).");
    public static readonly Text Push = new(
        "Kirim perubahan dari berkas data partai: anggota, kepengurusan, kantor, rekening, atau profil.",
        "Send what changed in a file of party data: members, management, offices, accounts or profiles.");

    public static readonly Text File = new("Berkas CSV atau XLSX; jenisnya dikenali dari kolomnya.", "CSV or XLSX file; its columns tell what it is.");
}
