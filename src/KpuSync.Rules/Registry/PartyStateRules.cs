using KpuSync.Contracts.V1;

namespace KpuSync.Rules.Registry;

/// <summary>Rules of party data that compare with ledgers or with the sender's credential: the server alone can judge them.</summary>
public static class PartyStateRules
{
    /// <summary>The credential's role pushes no such change. Parameters: <c>role</c>.</summary>
    public static readonly Rule ChangeNotGranted = new("CHANGE_NOT_GRANTED", Severity.Error,
        "Kredensial ini ({role}) tidak boleh mengirim jenis perubahan ini. Pakai kredensial kantor yang berwenang.",
        "This credential ({role}) may not send this kind of change. Use one of the office in charge.", Since: 2);

    /// <summary>A party operator sends something of another party. Parameters: <c>party</c>, the credential's.</summary>
    public static readonly Rule PartyNotGranted = new("PARTY_NOT_GRANTED", Severity.Error,
        "Kredensial ini hanya untuk partai nomor {party}. Periksa nomor partai pada berkas.",
        "This credential is for party {party} only. Check the party's number in the file.", Since: 2);

    /// <summary>The centre has no profile of the party; released once it arrives. Without parameters: lists of holds have the code alone.</summary>
    public static readonly Rule PartyUnknown = new("PARTY_UNKNOWN", Severity.Hold,
        "Partai ini belum ada di pusat; perubahan ini dilepas sendiri begitu profilnya masuk. Periksa nomor partai.",
        "The centre has no such party yet; this change is released by itself once its profile arrives. Check the party's number.", Since: 2);

    /// <summary>An earlier change of the same item is held; this one waits for it, in order.</summary>
    public static readonly Rule PartyWaitsBehindHeld = new("PARTY_WAITS_BEHIND_HELD", Severity.Hold,
        "Perubahan sebelumnya atas data partai ini masih ditahan; perubahan ini menunggu di belakangnya.",
        "An earlier change of this party item is still held; this one waits behind it.", Since: 2);

    /// <summary>A local party of Aceh has something outside province 11. Parameters: <c>party</c>.</summary>
    public static readonly Rule LocalOutsideAceh = new("PARTY_LOCAL_OUTSIDE_ACEH", Severity.Error,
        "Partai nomor {party} adalah partai lokal Aceh dan tidak memiliki kepengurusan atau anggota di luar Aceh.",
        "Party {party} is a local party of Aceh and has no management or members outside Aceh.", Since: 2);

    /// <summary>The card belongs to another active member of the party in this office.</summary>
    public static readonly Rule CardTaken = new("PARTY_CARD_TAKEN", Severity.Error,
        "Nomor KTA ini sudah dipakai anggota lain partai yang sama di kantor ini. Periksa KTA dan NIK keduanya.",
        "This card number belongs to another member of the same party in this office. Check card and NIK of both.", Since: 2);

    /// <summary>A removal of somebody who is no member here.</summary>
    public static readonly Rule MemberUnknown = new("PARTY_MEMBER_UNKNOWN", Severity.Error,
        "Partai ini tidak mempunyai anggota dengan nomor KTA tersebut di kantor ini. Periksa nomornya.",
        "The party has no member with this card number in this office. Check the number.", Since: 2);

    /// <summary>Removed already, on another ground.</summary>
    public static readonly Rule MemberAlreadyRemoved = new("PARTY_MEMBER_ALREADY_REMOVED", Severity.Error,
        "Anggota ini sudah dikeluarkan dengan alasan lain. Periksa alasan yang benar.",
        "This member was removed already on another ground. Check which ground is right.", Since: 2);

    /// <summary>A member who was found not eligible is entered again: applied, and reported by the check of the party.</summary>
    public static readonly Rule MemberReturns = new("PARTY_MEMBER_RETURNS", Severity.Warning,
        "Anggota ini pernah dinyatakan TMS dan tidak semestinya dimasukkan lagi. Periksa dokumennya.",
        "This member was found not eligible (TMS) before and should not be entered again. Check the documents.", Since: 2);
}
