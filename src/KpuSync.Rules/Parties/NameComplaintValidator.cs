using KpuSync.Contracts.V1;
using KpuSync.Rules.Checking;

namespace KpuSync.Rules.Parties;

/// <summary>Rules of a complaint that a name was used without consent.</summary>
internal sealed class NameComplaintValidator : MessageValidator<NameComplaint>
{
    public NameComplaintValidator()
    {
        Field("party_number", s => s.Message.PartyNumber, static (s, number) => PartyNumber.Check(number) ?? PartyArea.OfRegency(s.At));
        Field("nik", s => s.Message.Nik, static (s, nik) => IdentityForm.Nik(nik, s.At.Regions));
        Field("complaint_date", s => s.Message.ComplaintDate, static (s, day) => RecordedPaper.Day(day, s.At.Today));
        Field("finding", s => s.Message.Finding, static (_, finding) => NumberForm.RequiredEnum((int)finding, last: (int)ComplaintFinding.Dismissed));
        Field("document_number", s => s.Message.DocumentNumber, static (_, document) => RecordedPaper.Document(document));
    }
}
