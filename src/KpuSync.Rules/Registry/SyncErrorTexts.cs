using KpuSync.Contracts.V1;

namespace KpuSync.Rules.Registry;

/// <summary>The table behind <see cref="SyncErrors"/>.</summary>
internal static class SyncErrorTexts
{
    private const string NewCredentialIndonesian = "Minta kredensial baru kepada administrator.";
    private const string NewCredentialEnglish = "Ask the administrator for a new credential.";
    private const string NoTokenIndonesian = "Mulai lagi tanpa token.";
    private const string NoTokenEnglish = "Start again without a token.";
    private const string RewindIndonesian = "Lanjutkan dari token mundur yang disertakan.";
    private const string RewindEnglish = "Go on from the rewind token that came with the error.";

    public static readonly SyncErrorText[] Calls =
    [
        new(ErrorReason.RequestInvalid,
            "Isian {field} pada permintaan ini tidak sah.", "Perbaiki permintaannya.",
            "Field {field} of the request is malformed.", "Mend the call."),
        new(ErrorReason.CredentialMissing,
            "Permintaan ini tanpa kredensial.", "Sertakan kredensial kantor.",
            "The call has no credential.", "Send the office's credential."),
        new(ErrorReason.CredentialInvalid,
            "Kredensial tidak sah, atau milik layanan lain.", NewCredentialIndonesian,
            "The credential is malformed, forged or for another deployment.", NewCredentialEnglish),
        new(ErrorReason.CredentialExpired,
            "Masa berlaku kredensial sudah habis.", NewCredentialIndonesian,
            "The credential has expired.", NewCredentialEnglish),
        new(ErrorReason.CredentialRevoked,
            "Kredensial sudah dicabut.", NewCredentialIndonesian,
            "The credential was revoked.", NewCredentialEnglish),
        new(ErrorReason.RoleNotAllowed,
            "Peran kredensial ini tidak boleh melakukan hal tersebut.", "Gunakan akun dengan peran yang sesuai.",
            "The credential's role does not allow this.", "Use an account whose role does."),
        new(ErrorReason.OfficeNotGranted,
            "Kredensial ini bukan untuk kantor {office}.", "Gunakan kredensial kantor tersebut; jangan diulang dengan yang ini.",
            "The credential is not for office {office}.", "Use that office's credential; do not retry with this one."),
        new(ErrorReason.RangeNotGranted,
            "Kredensial ini tidak boleh membaca cakupan yang diminta.", "Minta cakupan yang lebih kecil.",
            "The credential may not read the range that was asked for.", "Ask for a smaller range."),
        new(ErrorReason.DeploymentMismatch,
            "Program ini disiapkan untuk layanan lain; server ini adalah \"{deployment}\".", "Periksa alamat server, atau jalankan kpusync init untuk server ini.",
            "This program was set up for another deployment; this server is \"{deployment}\".", "Check the server's address, or run kpusync init for this one."),
        new(ErrorReason.ContractVersionUnsupported,
            "Server belum mengenal kontrak versi {version}; yang terbaru di sini {newest}.", "Sesuaikan versi program pengirim dengan server.",
            "The server does not speak contract version {version}; its newest is {newest}.", "Bring the sender's version in line with the server's."),
    ];

    public static readonly SyncErrorText[] Batches =
    [
        new(ErrorReason.BatchEmpty,
            "Kiriman tidak berisi perubahan.", "Jangan dikirim.",
            "The batch has no changes.", "Do not send it."),
        new(ErrorReason.BatchTooManyChanges,
            "Kiriman berisi {actual} perubahan, paling banyak {limit}.", "Pecah kiriman, lalu kirim bagian-bagiannya.",
            "The batch has {actual} changes, the limit is {limit}.", "Cut it and send the parts."),
        new(ErrorReason.BatchTooLarge,
            "Kiriman berukuran {actual} bita, paling banyak {limit}.", "Pecah kiriman, lalu kirim bagian-bagiannya.",
            "The batch has {actual} bytes, the limit is {limit}.", "Cut it and send the parts."),
        new(ErrorReason.SequenceGap,
            "Kiriman sebelum ini belum sampai di server.", "Kirim mulai nomor {expected}.",
            "Batches before this one are missing.", "Send from number {expected}."),
        new(ErrorReason.Forked,
            "Nomor kiriman {sequence} sudah dipakai kiriman lain dari instalasi ini; salinan lamanya mungkin dipulihkan.",
            "Jalankan kpusync init --from-server, lalu kirim ulang ekspor lengkap.",
            "Batch number {sequence} of this installation is another batch; an older copy of it may have been restored.",
            "Run kpusync init --from-server, then push the complete export again."),
        new(ErrorReason.BatchIdReused,
            "Identitas kiriman nomor {sequence} dipakai lagi untuk isi yang berbeda.", "Isi baru memerlukan identitas kiriman baru.",
            "The id of batch number {sequence} was used again with other content.", "Make a new batch id for new content."),
        new(ErrorReason.ReceiptNotFound,
            "Nomor kiriman ini belum diakui server.", "Kirim kirimannya.",
            "The server has not acknowledged this batch number.", "Send the batch."),
    ];

    public static readonly SyncErrorText[] TokensAndServer =
    [
        new(ErrorReason.TokenMalformed,
            "Ini bukan token layanan ini.", NoTokenIndonesian,
            "This is not a token of this service.", NoTokenEnglish),
        new(ErrorReason.TokenOtherOffice,
            "Token ini milik kantor, cakupan atau instalasi lain.", "Pakai token yang benar, atau mulai tanpa token.",
            "The token is another office's, range's or producer's.", "Use the right one, or none."),
        new(ErrorReason.TokenTooOld,
            "Entri sesudah token ini sudah tidak disimpan.", NoTokenIndonesian,
            "The entries after the token are no longer kept.", NoTokenEnglish),
        new(ErrorReason.TokenAhead,
            "Server dipulihkan ke titik sebelum token ini.", RewindIndonesian,
            "The server was restored to a point before the token.", RewindEnglish),
        new(ErrorReason.TokenOtherEpoch,
            "Riwayat server setelah pemulihan berbeda dari yang dilihat token ini.", RewindIndonesian,
            "The history after a restore differs from what the token saw.", RewindEnglish),
        new(ErrorReason.TokenUnreadable,
            "Token dipalsukan, atau disegel dengan kunci yang tidak lagi dimiliki server.", NoTokenIndonesian,
            "The token is forged, or sealed with a key that the server no longer has.", NoTokenEnglish),
        new(ErrorReason.RateLimited,
            "Terlalu banyak permintaan.", "Tunggu selama yang diminta server, lalu ulangi.",
            "Too many calls.", "Wait as long as the server says, then try again."),
        new(ErrorReason.StorageUnavailable,
            "Penyimpanan server sedang tidak dapat menerima data; hasilnya belum pasti.", "Kirim kiriman yang sama sekali lagi; data di kotak keluar tetap aman.",
            "The server's storage cannot take it now; the outcome is unknown.", "Send the same again; nothing is lost from the outbox."),
        new(ErrorReason.ServerStopping,
            "Server sedang dihentikan; kiriman tanpa tanda terima belum diakui.", "Kirim ulang setelah server berjalan lagi.",
            "The server is going down; batches without a receipt are not acknowledged.", "Send them again when it is back."),
        new(ErrorReason.Internal,
            "Server gagal dengan cara yang tidak terduga; hasilnya belum pasti.", "Kirim kiriman yang sama sekali lagi dan laporkan kejadian {incident}.",
            "The server failed in a way that it did not expect; the outcome is unknown.", "Send the same again and report incident {incident}."),
    ];
}
