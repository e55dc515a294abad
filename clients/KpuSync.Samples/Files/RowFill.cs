using KpuSync.Samples.People;
using KpuSync.Samples.Places;

namespace KpuSync.Samples.Files;

/// <summary>Writes a voter into a row the way an office's system does.</summary>
internal static class RowFill
{
    public static void Fill(RowText row, Voter voter, OfficePlaces places, Layout layout)
    {
        var village = places.Villages[voter.Village];
        row.Clear();
        if (voter.Dpid > 0)
            row.Set(Column.Dpid, voter.Dpid);
        row.Set(Column.Nkk, voter.Nkk, "D16");
        row.Set(Column.Nik, voter.Nik, "D16");
        row.Set(Column.Name, voter.Name.Span);
        row.Set(Column.BirthPlace, voter.BirthPlace);
        row.Set(Column.BirthDate, voter.Birth, layout.DateFormat);
        row.Set(Column.Marital, [voter.Marital]);
        row.Set(Column.Sex, voter.Female ? "P" : "L");
        row.Set(Column.Address, voter.Address.Span);
        row.Set(Column.Rt, voter.Rt, "D3");
        row.Set(Column.Rw, voter.Rw, "D3");
        row.Set(Column.District, layout.RegionsByCode ? places.DistrictCodes[village.District] : places.DistrictNames[village.District]);
        row.Set(Column.Village, layout.RegionsByCode || !village.NameIsUnique ? village.Code : village.Name);
        row.Set(Column.Disability, voter.Disability);
        row.Set(Column.Card, voter.CardHeld ? "S" : "B");
        row.Set(Column.PollingStation, voter.PollingStation, "D3");
        row.Set(Column.Source, voter.Source);
    }

    /// <summary>Fills the columns that record how somebody over 100 was checked.</summary>
    public static void FillVerification(RowText row, DateOnly day, Layout layout)
    {
        row.Set(Column.VerificationMethod, "COKTAS");
        row.Set(Column.VerificationOfficer, "PANITIA COKTAS");
        row.Set(Column.VerificationDate, day, layout.DateFormat);
        row.Set(Column.VerificationDocument, "BA COKTAS/PL.01.2/2025");
    }
}
