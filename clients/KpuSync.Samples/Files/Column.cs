namespace KpuSync.Samples.Files;

/// <summary>Columns of an export, in the order of the published layout; the optional ones are at the end.</summary>
internal enum Column
{
    Dpid,
    Nkk,
    Nik,
    Name,
    BirthPlace,
    BirthDate,
    Marital,
    Sex,
    Address,
    Rt,
    Rw,
    District,
    Village,
    Disability,
    Card,
    PollingStation,
    Source,
    Ket,
    EffectiveDate,
    NewKind,
    PreviousOffice,
    VerificationMethod,
    VerificationOfficer,
    VerificationDate,
    VerificationDocument,
    OldNik,
}
