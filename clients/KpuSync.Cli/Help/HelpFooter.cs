namespace KpuSync.Cli.Help;

/// <summary>What the help of the program says beyond its commands.</summary>
internal static class HelpFooter
{
    public static IReadOnlyList<(Text Heading, IReadOnlyList<(string Name, Text Text)> Rows)> Sections { get; } =
    [
        (new Text("Variabel lingkungan:", "Environment variables:"),
        [
            ("KPUSYNC_HOME", new Text("Direktori instalasi, jika --home tidak diberikan.", "Directory of the installation, where --home is not given.")),
            ("KPUSYNC_SERVER", new Text("Alamat server untuk init, jika --server tidak diberikan.", "Server address for init, where --server is not given.")),
            ("KPUSYNC_TOKEN", new Text("Kredensial untuk init, jika --credential-file tidak diberikan.", "Credential for init, where --credential-file is not given.")),
            ("KPUSYNC_RETRY_SECONDS", new Text("Berapa lama server yang tak terjangkau dicoba lagi. Bawaan: 120.", "How long an unreachable server is tried again. Default: 120.")),
            ("LANG, LC_ALL", new Text("Bahasa: Inggris jika diawali 'en', selain itu Indonesia.", "Language: English if it begins with 'en', else Indonesian.")),
        ]),
        (new Text("Kode keluar:", "Exit codes:"),
        [
            ("0", new Text("Semua baik.", "All well.")),
            ("1", new Text("Kegagalan yang tidak terduga.", "An unexpected failure.")),
            ("2", new Text("Perintah, berkas, atau pengaturan keliru; tidak ada yang dikirim.", "The command, a file or a setting is wrong; nothing was sent.")),
            ("3", new Text("Sebagian perubahan atau baris tidak diterapkan.", "Some changes or rows were not applied.")),
            ("4", new Text("Server tidak terjangkau; yang menunggu tetap aman di kotak keluar.", "The server cannot be reached; what waits is safe in the outbox.")),
            ("5", new Text("Kredensial tidak mengizinkan.", "The credential does not allow it.")),
            ("6", new Text("Berhenti sebelum mengirim: penghapusan massal, atau jumlah yang ditemukan saringan, perlu dikonfirmasi.", "Stopped before sending: a mass removal, or the number that a filter finds, needs to be confirmed.")),
        ]),
    ];
}
