using KpuSync.Contracts.V1;

namespace KpuSync.Rules.Registry;

/// <summary>The part of <see cref="SyncErrors"/> about holds, claims and duplicate cases.</summary>
internal static class SettlementErrorTexts
{
    private const string NothingToDoIndonesian = "Tidak ada yang perlu dilakukan lagi.";
    private const string NothingToDoEnglish = "Nothing is left to do.";
    private const string LookAgainIndonesian = "Lihat kasusnya lagi, lalu putuskan.";
    private const string LookAgainEnglish = "Look at the case again, then decide.";

    public static readonly SyncErrorText[] All =
    [
        new(ErrorReason.VerificationInvalid,
            "Bukti verifikasi tidak sah: {field} ({code}).", "Lengkapi cara, petugas, tanggal (tidak setelah hari ini) dan dokumen.",
            "The verification is not valid: {field} ({code}).", "Give method, officer, date (not after today) and document."),
        new(ErrorReason.HoldNotFound,
            "Tidak ada perubahan yang pernah ditahan di tempat itu.", "Lihat daftarnya dengan kpusync held.",
            "No change was ever held at that place.", "See the list with kpusync held."),
        new(ErrorReason.HoldNotOpen,
            "Perubahan ini sudah diselesaikan pada posisi {settled_position}.", NothingToDoIndonesian,
            "This change was settled already, at position {settled_position}.", NothingToDoEnglish),
        new(ErrorReason.HoldWaits,
            "Perubahan ini hanya menunggu perubahan lain di {position}:{index}.", "Selesaikan yang itu lebih dahulu.",
            "This change only waits behind another one at {position}:{index}.", "Settle that one first."),
        new(ErrorReason.HoldNotVerifiable,
            "Perubahan ini tidak dilepas dengan verifikasi ({code}).", "Tunggu profil partainya di pusat, atau tolak perubahan ini.",
            "No verification releases this change ({code}).", "Wait for the party's profile at the centre, or give the change up."),
        new(ErrorReason.ClaimNotFound,
            "Kantor ini tidak mempunyai klaim tersebut.", "Lihat daftarnya dengan kpusync held.",
            "The office has no such claim.", "See the list with kpusync held."),
        new(ErrorReason.ClaimNotOpen,
            "Klaim ini sudah dijawab ({state}).", NothingToDoIndonesian,
            "This claim was answered already ({state}).", NothingToDoEnglish),
        new(ErrorReason.CaseNotFound,
            "Tidak ada kasus ganda dengan nomor itu di cakupan Anda.", "Lihat daftarnya dengan kpusync duplicates.",
            "There is no duplicate case of that number in your range.", "See the list with kpusync duplicates."),
        new(ErrorReason.CaseNotGranted,
            "Kasus ini menjangkau lebih jauh daripada wewenang kredensial ini.", "Mintalah keputusan {decider}.",
            "The case reaches farther than this credential decides.", "Ask {decider} for the decision."),
        new(ErrorReason.CaseChanged,
            "Kasus ini sudah berubah: sekarang {state}, versi {version}.", LookAgainIndonesian,
            "The case has changed: it is {state} now, version {version}.", LookAgainEnglish),
        new(ErrorReason.CaseSideNotActive,
            "Pendaftaran yang hendak dipertahankan sudah tidak aktif.", LookAgainIndonesian,
            "The registration to keep is not active any more.", LookAgainEnglish),
    ];
}
