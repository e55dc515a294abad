using KpuSync.Contracts.V1;

namespace KpuSync.Core.Recap;

/// <summary>What a change of the register counts as. The numbers are stored and never change their meaning.</summary>
/// <remarks>Below 20 a voter comes to a place, from 20 to 49 one leaves it, from 50 on nobody does (<see cref="Measures.SignOf"/>). docs/adr/0009 says what counts when.</remarks>
public enum Measure
{
    /// <summary>Never stored.</summary>
    None = 0,

    /// <summary>Loaded as the opening balance.</summary>
    OpeningBalance = 1,

    /// <summary>Entered by a row that only states what is (an empty KET): part of the list as it stood, neither new nor changed.</summary>
    StateEntered = 2,

    /// <summary>Baru, pemula: a first-time voter.</summary>
    NewFirstTime = 3,

    /// <summary>Baru, pindah masuk: moved in from another office.</summary>
    NewMovedIn = 4,

    /// <summary>Came with its village from another office; neutral in the nation.</summary>
    TransferredIn = 5,

    /// <summary>From another polling station of the same village.</summary>
    StationMovedIn = 11,

    /// <summary>From another village of the same district.</summary>
    VillageMovedIn = 12,

    /// <summary>From another district of the same office.</summary>
    DistrictMovedIn = 13,

    /// <summary>Counted under this sex since it was corrected.</summary>
    SexCorrectedIn = 14,

    /// <summary>TMS, meninggal.</summary>
    Deceased = 20 + RemovalGround.Deceased,

    /// <summary>TMS, ganda.</summary>
    Duplicate = 20 + RemovalGround.Duplicate,

    /// <summary>TMS, di bawah umur.</summary>
    UnderAge = 20 + RemovalGround.UnderAge,

    /// <summary>TMS, pindah domisili.</summary>
    MovedAway = 20 + RemovalGround.MovedAway,

    /// <summary>TMS, WNA.</summary>
    ForeignCitizen = 20 + RemovalGround.ForeignCitizen,

    /// <summary>TMS, TNI.</summary>
    Military = 20 + RemovalGround.Military,

    /// <summary>TMS, Polri.</summary>
    Police = 20 + RemovalGround.Police,

    /// <summary>TMS, tidak dikenal.</summary>
    UnknownPerson = 20 + RemovalGround.UnknownPerson,

    /// <summary>TMS, hak pilih dicabut.</summary>
    RightRevoked = 20 + RemovalGround.RightRevoked,

    /// <summary>TMS, bukan penduduk.</summary>
    NotResident = 20 + RemovalGround.NotResident,

    /// <summary>TMS, tidak ber-KTP-el.</summary>
    NoElectronicCard = 20 + RemovalGround.NoElectronicCard,

    /// <summary>Left with its village for another office; neutral in the nation.</summary>
    TransferredOut = 40,

    /// <summary>To another polling station of the same village.</summary>
    StationMovedOut = 41,

    /// <summary>To another village of the same district.</summary>
    VillageMovedOut = 42,

    /// <summary>To another district of the same office.</summary>
    DistrictMovedOut = 43,

    /// <summary>No longer counted under this sex since it was corrected.</summary>
    SexCorrectedOut = 44,

    /// <summary>Ubah, elemen data: the record changed, not its place.</summary>
    DataChanged = 51,

    /// <summary>Ubah, alamat asal: the place that a corrected address was at.</summary>
    AddressFrom = 52,

    /// <summary>Ubah, alamat tujuan: the place that a corrected address is at.</summary>
    AddressTo = 53,

    /// <summary>Of those that came: by a change whose effective date lies in a period that was closed already.</summary>
    CorrectionEntered = 61,

    /// <summary>Of those that left: by a change whose effective date lies in a period that was closed already.</summary>
    CorrectionRemoved = 62,

    /// <summary>Of those that changed: by a change whose effective date lies in a period that was closed already.</summary>
    CorrectionChanged = 63,
}
