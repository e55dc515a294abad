using KpuSync.Contracts.V1;
using KpuSync.Rules.Checking;

namespace KpuSync.Rules.Parties;

/// <summary>Rules of what somebody in the lists of two parties states.</summary>
internal sealed class MembershipStatementValidator : MessageValidator<MembershipStatement>
{
    public MembershipStatementValidator()
    {
        Field("nik", s => s.Message.Nik, static (s, nik) => IdentityForm.Nik(nik, s.At.Regions) ?? PartyArea.OfRegency(s.At));
        Field("party_number", s => s.Message.PartyNumber, static (_, number) => NumberForm.Between(number, 0, PartyNumber.Max));
        Field("statement_date", s => s.Message.StatementDate, static (s, day) => RecordedPaper.Day(day, s.At.Today));
        Field("document_number", s => s.Message.DocumentNumber, static (_, document) => RecordedPaper.Document(document));
    }
}
