using KpuSync.Contracts.V1;
using KpuSync.Rules.Registry;
using static KpuSync.Rules.Tests.ValidParties;

namespace KpuSync.Rules.Tests;

/// <content>Party items.</content>
internal static partial class RuleExamples
{
    private static RuleExample[] Parties() =>
    [
        new("party 0", FieldRules.NumberOutOfRange, "party_profile.party_number", WithProfile(p => p.PartyNumber = 0), "RI"),
        new("party 100", FieldRules.NumberOutOfRange, "party_profile.party_number", WithProfile(p => p.PartyNumber = 100), "RI"),
        new("a party without a name", FieldRules.Required, "party_profile.name", WithProfile(p => p.Name = ""), "RI"),
        new("a party without a short name", FieldRules.Required, "party_profile.abbreviation", WithProfile(p => p.Abbreviation = " "), "RI"),
        new("a profile in a regency's ledger", PartyRules.CentreOnly, "party_profile.party_number", Profile()),
        new("management of no level", FieldRules.Required, "party_management.level", WithManagement(m => m.Level = PartyLevel.Unspecified)),
        new("management of a village", FieldRules.ValueUnknown, "party_management.level", WithManagement(m => m.Level = (PartyLevel)5)),
        new("management of a province that is not", PartyRules.AreaUnknown, "party_management.area_code",
            WithManagement(m => (m.Level, m.AreaCode) = (PartyLevel.Province, "99")), "RI"),
        new("management of the centre with an area", PartyRules.AreaUnknown, "party_management.area_code",
            WithManagement(m => (m.Level, m.AreaCode) = (PartyLevel.Centre, "52")), "RI"),
        new("management of a regency with a dotted code", PartyRules.AreaUnknown, "party_management.area_code", WithManagement(m => m.AreaCode = "52.01")),
        new("management of a district of another regency", PartyRules.AreaOtherOffice, "party_management.area_code",
            WithManagement(m => (m.Level, m.AreaCode) = (PartyLevel.District, "520201"))),
        new("management of a province from a regency", PartyRules.CentreOnly, "party_management.area_code",
            WithManagement(m => (m.Level, m.AreaCode) = (PartyLevel.Province, "52"))),
        new("management of a regency in the centre's ledger", PartyRules.RegencyOnly, "party_management.area_code", Management(), "RI"),
        new("a management of nobody", FieldRules.NumberOutOfRange, "party_management.officers", WithManagement(m => m.Officers.Clear())),
        new("an officer without a name", FieldRules.Required, "party_management.officers.name", WithManagement(m => m.Officers[1].Name = "")),
        new("an officer without a title", FieldRules.Required, "party_management.officers.title", WithManagement(m => m.Officers[1].Title = "")),
        new("an officer without a sex", FieldRules.Required, "party_management.officers.sex", WithManagement(m => m.Officers[0].Sex = Sex.Unspecified)),
        new("a decree of 101", FieldRules.TextTooLong, "party_management.decree", WithManagement(m => m.Decree = LongText[..101])),
        new("an office of a district", FieldRules.ValueUnknown, "party_office.level",
            WithOffice(o => (o.Level, o.AreaCode) = (PartyLevel.District, "520101"))),
        new("an office nowhere", FieldRules.Required, "party_office.address", WithOffice(o => o.Address = "")),
        new("an office by no right", FieldRules.Required, "party_office.right", WithOffice(o => (o.Right, o.UntilDate) = (PartyOfficeRight.Unspecified, ""))),
        new("an office rented for ever", FieldRules.Required, "party_office.until_date", WithOffice(o => o.UntilDate = "")),
        new("an office rented until 31 June", FieldRules.DateMalformed, "party_office.until_date", WithOffice(o => o.UntilDate = "2026-06-31")),
        new("an office lent until yesterday", PartyRules.RightEnded, "party_office.until_date",
            WithOffice(o => (o.Right, o.UntilDate) = (PartyOfficeRight.Lent, "2026-01-04"))),
        new("an account at no bank", FieldRules.Required, "party_account.bank", WithAccount(a => a.Bank = "")),
        new("an account of nobody", FieldRules.Required, "party_account.holder", WithAccount(a => a.Holder = "")),
        new("no account number", FieldRules.Required, "party_account.account_number", WithAccount(a => a.AccountNumber = "")),
        new("an account number with hyphens", PartyRules.AccountMalformed, "party_account.account_number", WithAccount(a => a.AccountNumber = "001-234-5678")),
        new("an account number of 4", PartyRules.AccountMalformed, "party_account.account_number", WithAccount(a => a.AccountNumber = "0012")),
    ];

    private static RuleExample[] Members() =>
    [
        new("a member in the centre's ledger", PartyRules.RegencyOnly, "party_member.party_number", Member(), "RI"),
        new("no card", FieldRules.Required, "party_member.card_number", WithMember(m => m.CardNumber = "")),
        new("a card in small letters", PartyRules.CardMalformed, "party_member.card_number", WithMember(m => m.CardNumber = "kta 17")),
        new("a card of 33", PartyRules.CardMalformed, "party_member.card_number", WithMember(m => m.CardNumber = new string('7', 33))),
        new("a member with 15 digits", VoterRules.NikMalformed, "party_member.nik", WithMember(m => m.Nik = "520101120387039")),
        new("a member with the NIK of a woman", VoterRules.NikSexDiffers, "party_member.nik", WithMember(m => m.Nik = "5201015203870391")),
        new("a member without a name", FieldRules.Required, "party_member.name", WithMember(m => m.Name = "")),
        new("a member without a sex", FieldRules.Required, "party_member.sex", WithMember(m => m.Sex = Sex.Unspecified)),
        new("a member without a birth date", FieldRules.Required, "party_member.birth_date", WithMember(m => m.BirthDate = "")),
        new("a member born tomorrow", VoterRules.BirthDateAfterEffective, "party_member.birth_date",
            WithMember(m => (m.BirthDate, m.Nik) = ("2026-01-06", "5201010601260391"))),
        new("a member without a marital status", FieldRules.Required, "party_member.marital_status", WithMember(m => m.MaritalStatus = MaritalStatus.Unspecified)),
        new("a member without an occupation", FieldRules.Required, "party_member.occupation", WithMember(m => m.Occupation = MemberOccupation.Unspecified)),
        new("a member's address of 201", FieldRules.TextTooLong, "party_member.address", WithMember(m => m.Address = LongText)),
        new("a member of another regency", VoterRules.VillageOtherOffice, "party_member.village_code", WithMember(m => m.VillageCode = "5202011001")),
        new("a member whom the sender calls removed", FieldRules.ValueUnknown, "party_member.removed", WithMember(m => m.Removed = MemberRemovalGround.Resigned)),
        new("removal of no card", FieldRules.Required, "party_member_removal.card_number", WithMemberRemoval(r => r.CardNumber = "")),
        new("removal of a member for no reason", FieldRules.Required, "party_member_removal.ground", WithMemberRemoval(r => r.Ground = MemberRemovalGround.Unspecified)),
        new("removal of a member with a NIK in the note", FieldRules.TextHoldsIdentityNumber, "party_member_removal.note",
            WithMemberRemoval(r => r.Note = "5201011203870391")),
    ];

    private static RuleExample[] Papers() =>
    [
        new("a statement of nobody", VoterRules.NikMalformed, "membership_statement.nik", WithStatement(s => s.Nik = "")),
        new("a statement for party -1", FieldRules.NumberOutOfRange, "membership_statement.party_number", WithStatement(s => s.PartyNumber = -1)),
        new("a statement of tomorrow", FieldRules.DateInFuture, "membership_statement.statement_date", WithStatement(s => s.StatementDate = "2026-01-06")),
        new("a statement without a document", FieldRules.Required, "membership_statement.document_number", WithStatement(s => s.DocumentNumber = "")),
        new("a statement in the centre's ledger", PartyRules.RegencyOnly, "membership_statement.nik", Statement(), "RI"),
        new("a complaint about no party", FieldRules.NumberOutOfRange, "name_complaint.party_number", WithComplaint(c => c.PartyNumber = 0)),
        new("a complaint of no day", FieldRules.Required, "name_complaint.complaint_date", WithComplaint(c => c.ComplaintDate = "")),
        new("a complaint without a finding", FieldRules.Required, "name_complaint.finding", WithComplaint(c => c.Finding = ComplaintFinding.Unspecified)),
        new("a complaint with a NIK for a document", FieldRules.TextHoldsIdentityNumber, "name_complaint.document_number",
            WithComplaint(c => c.DocumentNumber = "KTP 5201011203870391")),
    ];
}
