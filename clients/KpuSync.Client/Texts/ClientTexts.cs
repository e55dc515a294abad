using System.Globalization;
using KpuSync.Contracts.V1;
using KpuSync.Rules.Registry;

namespace KpuSync.Client.Texts;

/// <summary>What the client itself has to say about files, the installation and the connection: code and both texts in one place.</summary>
internal static class ClientTexts
{
    public static FileException FileNotFound(string file) => OfFile(FileRules.FileNotFound, file);

    public static FileException FileUnreadable(string file, Exception inner) => OfFile(FileRules.FileLockedOrUnreadable, file, inner);

    public static FileException FileEmpty(string file) => OfFile(FileRules.FileEmpty, file);

    public static FileException FileEncoding(string file) => OfFile(FileRules.FileEncoding, file);

    public static FileException FileFormat(string file) => OfFile(FileRules.FileFormatUnknown, file);

    public static FileException ColumnMissing(string file, string column, string closest, string columns) => closest.Length == 0
        ? OfFile(FileRules.HeaderColumnMissingNoneClose, file, null, ("column", column), ("columns", columns))
        : OfFile(FileRules.HeaderColumnMissing, file, null, ("column", column), ("closest", closest));

    public static FileException ColumnTwice(string file, string column) => OfFile(FileRules.HeaderColumnRepeated, file, null, ("column", column));

    public static InstallationException NotInitialised(string directory) => new("NOT_INITIALISED", new(
        $"Belum ada instalasi KpuSync di {directory}. Jalankan `kpusync init` lebih dahulu.",
        $"There is no KpuSync installation in {directory}. Run `kpusync init` first."));

    public static InstallationException SettingMissing(string name) => new("SETTING_MISSING", new(
        $"Pengaturan {name} belum diberikan. Berikan saat `kpusync init`.",
        $"The setting {name} was not given. Give it to `kpusync init`."));

    public static InstallationException OfficeInvalid() => new("OFFICE_INVALID", new(
        "Kode kantor harus 4 angka kode Kemendagri kabupaten/kota, misalnya 5201 (administrator: P52 atau RI).",
        "The office must be a regency's 4-digit Kemendagri code, for example 5201 (administrators: P52 or RI)."));

    public static InstallationException OfficeDiffers(string office) => new("OFFICE_DIFFERS", new(
        $"Instalasi ini milik kantor {office} dan tidak dapat dipindah ke kantor lain. Pakai folder lain untuk kantor lain.",
        $"This installation belongs to office {office} and cannot change to another one. Use another directory for another office."));

    public static InstallationException DiskFull(string directory, Exception inner) => new("CLIENT_DISK_FULL", new(
        $"Penyimpanan komputer ini penuh ({directory}). Kosongkan ruang lalu ulangi; tidak ada yang hilang.",
        $"The disk of this computer is full ({directory}). Free some space and try again; nothing is lost."), inner);

    public static InstallationException StateBroken(string directory, Exception inner) => new("STATE_UNUSABLE", new(
        $"Berkas state.db di {directory} tidak dapat dipakai. Pulihkan dengan `kpusync init --from-server` di folder baru, lalu kirim ekspor lengkap.",
        $"The file state.db in {directory} cannot be used. Recover with `kpusync init --from-server` in a new directory, then push the complete export."), inner);

    public static InstallationException StateNewer(string directory) => new("STATE_NEWER", new(
        $"Berkas state.db di {directory} dibuat oleh versi KpuSync yang lebih baru. Perbarui program ini.",
        $"The file state.db in {directory} was made by a newer version of KpuSync. Upgrade this program."));

    public static MassRemovalException MassRemoval(long removals, long active, double shareMax, IReadOnlyList<VillageCount> villages) =>
        new(FileRules.MassRemoval.Code, TextOf(FileRules.MassRemoval.At("", Shares(removals, active, shareMax))), removals, active, villages);

    public static MassRemovalException MemberMassRemoval(IReadOnlyList<PartyCount> parties, double shareMax)
    {
        var (removals, members) = (parties.Sum(p => p.Removals), parties.Sum(p => p.Members));
        var text = TextOf(FileRules.MemberMassRemoval.At("", [.. Shares(removals, members, shareMax), ("parties", string.Join(", ", parties.Select(p => Number(p.Party))))]));
        return new MassRemovalException(FileRules.MemberMassRemoval.Code, text, removals, members, []) { Parties = parties };
    }

    public static LocalizedText TextOf(Violation violation) =>
        new(RuleRegistry.TextOf(violation, Language.Indonesian), RuleRegistry.TextOf(violation, Language.English));

    public static KpuSyncException OptionInvalid(string indonesian, string english) => new("OPTION_INVALID", new(indonesian, english));

    /// <summary>What comes after the server's own words on why it cannot take anything now.</summary>
    public static LocalizedText Waits { get; } = new(
        "Perubahan yang sudah dicatat tetap menunggu di komputer ini.",
        "What was journaled waits on this computer.");

    public static LocalizedText Unreachable { get; } = new(
        "Server tidak dapat dihubungi. Perubahan yang sudah dicatat tetap menunggu dan dikirim pada `kpusync push` berikutnya.",
        "The server cannot be reached. What was journaled waits and is sent by the next `kpusync push`.");

    public static DeploymentMismatchException DeploymentMismatch(string own, string server) => new("DEPLOYMENT_MISMATCH", new(
        $"Instalasi ini disiapkan untuk \"{own}\", tetapi server ini \"{server}\". Tidak ada yang dikirim. Periksa alamat server.",
        $"This installation was set up for \"{own}\", but the server is \"{server}\". Nothing was sent. Check the server's address."),
        new Dictionary<string, string> { ["deployment"] = server });

    public static InstallationForkedException Forked(Exception? inner = null) => new("FORKED", new(
        "Riwayat server untuk instalasi ini berbeda: instalasi dipulihkan dari salinan lama atau dipakai di dua komputer. "
            + "Jalankan `kpusync init --from-server`, lalu kirim ekspor lengkap sekali lagi.",
        "The server's history for this installation differs: it was restored from an older copy or is used on two computers. "
            + "Run `kpusync init --from-server`, then push the complete export once more."), inner);

    public static KpuSyncException BatchNotFound(string batch) => new("BATCH_NOT_FOUND", new(
        $"Batch {batch} tidak ada di buku besar kantor ini. Lihat nomor urutnya di `kpusync status` atau kuitansi.",
        $"There is no batch {batch} in this office's ledger. See its sequence number in `kpusync status` or its receipt."));

    public static KpuSyncException MaskedLedger() => new("LEDGER_MASKED", new(
        "Kredensial ini hanya boleh membaca data tersamar, sehingga basis data lokal tidak dapat dibangun. Minta kredensial operator kantor.",
        "This credential may only read masked records, so the baseline cannot be built. Ask for an operator credential of the office."));

    public static KpuSyncException ReceiptUnexpected(string what) => new("RECEIPT_UNEXPECTED", new(
        $"Kuitansi dari server tidak cocok dengan batch yang dikirim ({what}). Laporkan kepada administrator; data tetap menunggu di komputer ini.",
        $"A receipt from the server does not match the batch that was sent ({what}). Report it to the administrator; the data waits on this computer."));

    private static FileException OfFile(Rule rule, string file, Exception? inner = null, params ReadOnlySpan<(string Name, string Value)> parameters)
    {
        var violation = rule.At("", parameters);
        violation.Parameters.Add(new ViolationParameter { Name = "file", Value = file });
        return new FileException(rule.Code, TextOf(violation), file, inner);
    }

    private static (string Name, string Value)[] Shares(long removals, long total, double shareMax) =>
    [
        ("removals", Number(removals)),
        ("total", Number(total)),
        ("percent", (100.0 * removals / Math.Max(1, total)).ToString("0.#", CultureInfo.InvariantCulture)),
        ("limit_percent", (100 * shareMax).ToString("0.#", CultureInfo.InvariantCulture)),
    ];

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
