using KpuSync.Contracts.V1;

namespace KpuSync.Server.Errors;

/// <summary>The texts of every <see cref="ErrorReason"/>: what is wrong and what to do. A test keeps it complete.</summary>
public static class ErrorTexts
{
    private static readonly Dictionary<ErrorReason, ErrorText> Texts = new()
    {
        [ErrorReason.RequestInvalid] = new(
            "Isian `{field}` pada permintaan tidak sah. Perbaiki permintaannya.",
            "The field `{field}` of the request is malformed. Mend the call."),
        [ErrorReason.CredentialMissing] = new(
            "Kredensial tidak disertakan. Kirim `authorization: Bearer <kredensial>`.",
            "No credential was sent. Send `authorization: Bearer <credential>`."),
        [ErrorReason.CredentialInvalid] = new(
            "Kredensial tidak sah, palsu, atau milik lingkungan lain. Minta kredensial baru.",
            "The credential is malformed, forged, or for another deployment. Get a new one."),
        [ErrorReason.CredentialExpired] = new(
            "Masa berlaku kredensial sudah habis. Minta kredensial baru.",
            "The credential's time is over. Get a new one."),
        [ErrorReason.CredentialRevoked] = new(
            "Kredensial sudah dicabut. Minta kredensial baru.",
            "The credential was revoked. Get a new one."),
        [ErrorReason.RoleNotAllowed] = new(
            "Peran pada kredensial tidak boleh melakukan panggilan ini.",
            "The credential's role does not allow this call."),
        [ErrorReason.OfficeNotGranted] = new(
            "Kredensial ini bukan untuk kantor {office}.",
            "The credential is not for office {office}."),
        [ErrorReason.RangeNotGranted] = new(
            "Kredensial ini tidak boleh membaca rentang tersebut.",
            "The credential may not read this range."),
        [ErrorReason.DeploymentMismatch] = new(
            "Pemanggil disiapkan untuk lingkungan lain; server ini `{deployment}`. Periksa alamat server.",
            "The caller was set up for another deployment; this server is `{deployment}`. Check the server's address."),
        [ErrorReason.ContractVersionUnsupported] = new(
            "Versi kontrak {version} tidak didukung; yang terbaru {newest}. Perbarui aplikasinya.",
            "Contract version {version} is not supported; the newest is {newest}. Upgrade the application."),
        [ErrorReason.BatchEmpty] = new(
            "Kiriman tidak berisi perubahan. Jangan kirim kiriman kosong.",
            "The batch holds no changes. Do not send it."),
        [ErrorReason.BatchTooManyChanges] = new(
            "Kiriman berisi {actual} perubahan; batasnya {limit}. Pecah menjadi kiriman yang lebih kecil.",
            "The batch holds {actual} changes; the limit is {limit}. Cut it into smaller ones."),
        [ErrorReason.BatchTooLarge] = new(
            "Kiriman berukuran {actual} bita; batasnya {limit} bita. Pecah menjadi kiriman yang lebih kecil.",
            "The message holds {actual} bytes; the limit is {limit} bytes. Cut it into smaller ones."),
        [ErrorReason.SequenceGap] = new(
            "Ada kiriman sebelumnya yang belum diterima. Kirim mulai dari nomor {expected}.",
            "Batches before this one are missing. Send from number {expected}."),
        [ErrorReason.Forked] = new(
            "Nomor urut {sequence} sudah dipakai kiriman lain: dua instalasi memakai satu identitas. Jalankan `kpusync init --from-server`.",
            "Another batch has sequence number {sequence}: two installations share one identity. Run `kpusync init --from-server`."),
        [ErrorReason.BatchIdReused] = new(
            "Identitas kiriman ini sudah dipakai untuk isi lain. Buat identitas baru untuk isi baru.",
            "This batch id was acknowledged with other content. Make a new id for new content."),
        [ErrorReason.ReceiptNotFound] = new(
            "Nomor urut ini belum diterima server. Kirim lagi kirimannya.",
            "This sequence number is not acknowledged. Send the batch."),
        [ErrorReason.TokenMalformed] = new(
            "Token sinkronisasi rusak atau bukan milik layanan ini. Mulai lagi tanpa token.",
            "Not a token of this service. Start again without a token."),
        [ErrorReason.TokenOtherOffice] = new(
            "Token sinkronisasi ini milik kantor, rentang, atau instalasi lain. Pakai yang sesuai, atau tanpa token.",
            "The token is another office's, range's or producer's. Use the right one, or none."),
        [ErrorReason.TokenTooOld] = new(
            "Catatan sesudah token ini sudah tidak disimpan. Mulai lagi tanpa token.",
            "The entries after the token are no longer kept. Start again without a token."),
        [ErrorReason.TokenAhead] = new(
            "Server dipulihkan ke keadaan sebelum token ini. Lanjutkan dari `rewind_token`.",
            "The server was restored to a point before the token. Go on from `rewind_token`."),
        [ErrorReason.TokenOtherEpoch] = new(
            "Riwayat sesudah pemulihan berbeda dari yang dilihat token ini. Lanjutkan dari `rewind_token`.",
            "The history after a restore differs from what the token saw. Go on from `rewind_token`."),
        [ErrorReason.TokenUnreadable] = new(
            "Token sinkronisasi palsu atau kuncinya sudah tidak ada. Mulai lagi tanpa token.",
            "The token is forged, or its key is gone. Start again without a token."),
        [ErrorReason.RateLimited] = new(
            "Terlalu banyak panggilan dari kantor ini. Tunggu sebentar, lalu ulangi.",
            "Too many calls from this office. Wait a moment, then try again."),
        [ErrorReason.StorageUnavailable] = new(
            "Basis data server belum dapat menerima data. Tidak ada yang hilang; kirim lagi nanti.",
            "The server's database cannot take it now. Nothing is lost; send the same again later."),
        [ErrorReason.ServerStopping] = new(
            "Server sedang dihentikan. Kiriman tanpa tanda terima perlu dikirim lagi.",
            "The server is going down. Batches without a receipt have to be sent again."),
        [ErrorReason.Internal] = new(
            "Server gagal di luar dugaan. Kirim lagi yang sama, dan laporkan kejadian {incident}.",
            "The server failed in an unexpected way. Send the same again, and report incident {incident}."),
    };

    public static ErrorText Of(ErrorReason reason) => Texts[reason];
}
