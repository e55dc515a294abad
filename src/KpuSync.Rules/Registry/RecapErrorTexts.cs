using KpuSync.Contracts.V1;

namespace KpuSync.Rules.Registry;

/// <summary>The part of <see cref="SyncErrors"/> that is about recap periods.</summary>
internal static class RecapErrorTexts
{
    public static readonly SyncErrorText[] All =
    [
        new(ErrorReason.RecapBeforeFirstEntry,
            "Periode {period} berakhir sebelum data pertama masuk ({first_day}).", "Minta periode yang lebih akhir.",
            "Period {period} ends before the first data came in ({first_day}).", "Ask for a later period."),
        new(ErrorReason.RecapPeriodNotEnded,
            "Periode {period} belum berakhir; hari terakhirnya {last_day}.", "Tutup setelah hari itu lewat.",
            "Period {period} has not ended; its last day is {last_day}.", "Close it when that day is over."),
        new(ErrorReason.RecapPeriodClosed,
            "Periode {period} sudah ditutup dengan berita acara {minutes_number}.", "Buka kembali dahulu bila memang harus diubah.",
            "Period {period} is closed under minutes {minutes_number}.", "Reopen it first if it must change."),
        new(ErrorReason.RecapOfficesOpen,
            "Belum semua kantor menutup periode {period}: {offices}.", "Tunggu sampai kantor tersebut menutupnya.",
            "Not all offices have closed period {period}: {offices}.", "Wait until they have."),
        new(ErrorReason.RecapPeriodNotClosed,
            "Periode {period} tidak sedang ditutup.", "Tidak ada yang perlu dibuka.",
            "Period {period} is not closed.", "There is nothing to reopen."),
        new(ErrorReason.RecapClosedAbove,
            "Periode {period} sudah ditutup oleh {office} dan memuat periode ini.", "Periode tersebut harus dibuka kembali lebih dahulu.",
            "{office} has closed period {period}, which holds some of this one.", "That one must be reopened first."),
    ];
}
