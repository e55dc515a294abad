using KpuSync.Contracts.V1;

namespace KpuSync.Rules.Registry;

/// <summary>Rules that compare a change with the office's register: the server alone can judge them.</summary>
public static class StateRules
{
    /// <summary>Somebody over 100 enters without a verification (Rapim KPU se-NTB, 17 November 2025).</summary>
    public static readonly Rule Over100Unverified = new("VOTER_OVER_100_UNVERIFIED", Severity.Hold,
        "Pemilih berusia di atas 100 tahun harus diverifikasi sebelum dimasukkan. Catat verifikasinya, atau perbaiki tanggal lahir.",
        "A voter over 100 years old must be verified before entry. Record the verification, or mend the birth date.", CanBe: [Severity.Warning, Severity.Error]);

    /// <summary>The NIK is active with another name and another birth date: two people must never overwrite each other.</summary>
    public static readonly Rule NikOtherPerson = new("NIK_OTHER_PERSON", Severity.Hold,
        "NIK ini sudah terdaftar aktif atas orang lain (nama dan tanggal lahir berbeda). Periksa NIK pada KTP-el.",
        "This NIK is active for another person (name and birth date both differ). Check the NIK on the identity card.");

    /// <summary>An earlier change of the same person is held; this one waits for it, in order.</summary>
    public static readonly Rule WaitsBehindHeld = new("WAITS_BEHIND_HELD", Severity.Hold,
        "Perubahan sebelumnya atas pemilih ini masih ditahan; perubahan ini menunggu di belakangnya.",
        "An earlier change of this voter is still held; this one waits behind it.");

    /// <summary>Changed or removed, but the office has no such registration.</summary>
    public static readonly Rule VoterNotRegistered = new("VOTER_NOT_REGISTERED", Severity.Error,
        "Pemilih dengan NIK ini tidak terdaftar aktif di kantor ini. Periksa NIK, atau kirim sebagai pemilih baru.",
        "No voter with this NIK is active in this office. Check the NIK, or send the row as a new voter.");

    /// <summary>Removed already, on another ground.</summary>
    public static readonly Rule VoterAlreadyRemoved = new("VOTER_ALREADY_REMOVED", Severity.Error,
        "Pemilih ini sudah dinyatakan TMS dengan alasan lain. Periksa alasan yang benar.",
        "This voter was removed already on another ground. Check which ground is right.");

    /// <summary>Sent again after the office had reported the death.</summary>
    public static readonly Rule VoterDeceased = new("VOTER_DECEASED", Severity.Error,
        "Pemilih ini sudah dilaporkan meninggal. Batalkan laporan itu lebih dahulu jika keliru.",
        "This voter was reported dead. Revert that report first if it was wrong.");

    /// <summary>Sent again after a decision on a duplicate case had removed the voter.</summary>
    public static readonly Rule RemovedByDecision = new("REMOVED_BY_DECISION", Severity.Error,
        "Pemilih ini dinyatakan ganda oleh keputusan kasus {case}. Ekspor lama tidak mengembalikannya; kirim dengan nomor kasus itu bila keputusannya memang berubah.",
        "The decision on case {case} removed this voter as a duplicate. An older export does not bring it back; send it with that case's number if things have changed.");

    /// <summary>Somebody looked at a held change and gave it up.</summary>
    public static readonly Rule HoldRejected = new("HOLD_REJECTED", Severity.Error,
        "Perubahan yang ditahan ini ditolak setelah diperiksa. Alasannya ada pada entri buku besar.",
        "This held change was looked at and rejected. The ledger entry says why.");

    /// <summary>One family card is registered at two polling stations.</summary>
    public static readonly Rule FamilyAtTwoStations = new("FAMILY_AT_TWO_STATIONS", Severity.Warning,
        "Anggota kartu keluarga yang sama berada di TPS lain dalam kiriman ini. Periksa TPS sekeluarga.",
        "Members of the same family card are at another polling station in this batch. Check the family's polling station.");

    /// <summary>A corrected NIK that another active registration of the office has.</summary>
    public static readonly Rule NikTaken = new("NIK_TAKEN", Severity.Error,
        "NIK baru sudah dipakai pemilih aktif lain di kantor ini. Periksa kedua NIK.",
        "The new NIK belongs to another active voter of this office. Check both numbers.");

    /// <summary>`if_revision` is not the current revision.</summary>
    public static readonly Rule RevisionNotCurrent = new("REVISION_NOT_CURRENT", Severity.Error,
        "Data ini sudah berubah sejak dibaca. Tarik data terbaru, lalu ulangi.",
        "This has changed since it was read. Pull the newest data, then try again.");

    /// <summary>Sent as new although the office has the voter; applied as a change.</summary>
    public static readonly Rule VoterAlreadyRegistered = new("VOTER_ALREADY_REGISTERED", Severity.Warning,
        "Pemilih ini sudah terdaftar; baris B diterapkan sebagai perubahan data.",
        "This voter is registered already; the new-voter row was applied as a change of data.");

    /// <summary>A kind of change that this server does not know.</summary>
    public static readonly Rule ChangeKindUnknown = new("CHANGE_KIND_UNKNOWN", Severity.Error,
        "Jenis perubahan ini belum dikenal server; perubahan disimpan dan dapat diulang setelah server diperbarui.",
        "The server does not know this kind of change yet; it is kept and can be replayed once the server is upgraded.");

    /// <summary>The server's own code failed on this change alone.</summary>
    public static readonly Rule ChangePoison = new("CHANGE_POISON", Severity.Error,
        "Server gagal memproses perubahan ini; perubahan disimpan untuk administrator. Perubahan lain tidak terpengaruh.",
        "The server failed on this change; it is kept for an administrator. Other changes are not affected.");

    /// <summary>`corrects` names a change that is not waiting.</summary>
    public static readonly Rule CorrectsNothing = new("CORRECTS_NOTHING", Severity.Warning,
        "Rujukan koreksi tidak menunjuk perubahan yang tertunda; perubahan ini diproses seperti biasa.",
        "The correction points at no waiting change; this change was processed as any other.");

    /// <summary>A parked change was replayed, but the office has sent or settled something newer about the same person or item.</summary>
    public static readonly Rule NewerData = new("NEWER_DATA", Severity.Warning,
        "Data yang lebih baru tentang hal yang sama sudah masuk; perubahan lama ini tidak menimpanya.",
        "Newer data about the same is in; this older change does not go over it.");

    /// <summary>Less is spent at the end of a month than at the end of an earlier one: a warning, since spending may be refunded. Parameters: <c>month</c>, <c>before</c>, <c>realised</c>.</summary>
    public static readonly Rule ProgressRealisedFell = new("PROGRESS_REALISED_FELL", Severity.Warning,
        "Realisasi {realised} lebih rendah daripada {before} pada bulan {month}. Periksa, atau biarkan bila ada pengembalian belanja.",
        "Realised {realised} is lower than the {before} of month {month}. Check it, or leave it if spending was refunded.", Since: 2);

    /// <summary>More is spent at the end of a month than at the end of a later one that was reported: a warning. Parameters: <c>month</c>, <c>later</c>, <c>realised</c>.</summary>
    public static readonly Rule ProgressRealisedOverLater = new("PROGRESS_REALISED_OVER_LATER", Severity.Warning,
        "Realisasi {realised} lebih tinggi daripada {later} pada bulan {month} yang sudah dilaporkan. Periksa kedua bulan.",
        "Realised {realised} is higher than the {later} of month {month}, which was reported. Check both months.", Since: 2);

    /// <summary>A lower revision number than in an earlier month of the year, or a higher one than in a later. Parameters: <c>month</c>, <c>other</c>, <c>revision</c>.</summary>
    public static readonly Rule ProgressRevisionWentBack = new("PROGRESS_REVISION_WENT_BACK", Severity.Error,
        "Nomor revisi pagu {revision} tidak cocok dengan {other} pada bulan {month}: nomor revisi tidak pernah mundur dalam satu tahun. Bila bulan {month} yang keliru, koreksi bulan itu lebih dahulu.",
        "Ceiling revision {revision} does not fit the {other} of month {month}: revision numbers never go back within a year. If month {month} is wrong, correct that first.", Since: 2);
}
