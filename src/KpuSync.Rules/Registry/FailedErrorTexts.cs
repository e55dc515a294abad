using KpuSync.Contracts.V1;

namespace KpuSync.Rules.Registry;

/// <summary>The part of <see cref="SyncErrors"/> about parked changes and the jobs that settle them.</summary>
internal static class FailedErrorTexts
{
    public static readonly SyncErrorText[] All =
    [
        new(ErrorReason.FailedBatchNotFound,
            "Tidak ada perubahan yang pernah diparkir di tempat itu.", "Lihat daftarnya dengan kpusync failed list.",
            "No change was ever parked at that place.", "See the list with kpusync failed list."),
        new(ErrorReason.FailedSelectionEmpty,
            "Tidak ada perubahan terparkir yang cocok (keadaan: {state}).", "Tidak ada yang perlu dilakukan, atau longgarkan saringannya.",
            "No parked change matches (state: {state}).", "Nothing is left to do, or widen the filter."),
        new(ErrorReason.FailedSelectionChanged,
            "Sekarang {changes} perubahan cocok, berbeda dari yang dikonfirmasi.", "Lihat lagi, lalu konfirmasikan jumlah itu.",
            "{changes} changes match now, not as many as were confirmed.", "Look again and confirm that number."),
        new(ErrorReason.FailedJobRunning,
            "Pekerjaan {job_id} sedang menangani sebagian darinya.", "Ikuti pekerjaan itu, atau coba lagi setelah selesai.",
            "Job {job_id} is at some of it.", "Watch that job, or try again when it has ended."),
        new(ErrorReason.FailedJobNotFound,
            "Tidak ada pekerjaan dengan nomor itu di cakupan Anda.", "Lihat daftarnya dengan kpusync failed jobs.",
            "There is no job of that id in your range.", "See the list with kpusync failed jobs."),
    ];
}
