using KpuSync.Contracts.V1;
using KpuSync.Rules.Registry;
using static KpuSync.Rules.Tests.ValidChanges;

namespace KpuSync.Rules.Tests;

/// <summary>A change that breaks one rule in one field, and nothing else.</summary>
internal sealed record RuleExample(string Name, Rule Rule, string FieldPath, Change Change)
{
    public override string ToString() => Name;
}

/// <summary>What breaks each rule, and why it is a rule.</summary>
internal static class RuleExamples
{
    private const string Record = "voter_upsert.voter.";
    private const string Upsert = "voter_upsert.";
    private const string Check = "voter_upsert.verification.";
    private const string Removal = "voter_removal.";
    private const string NikChange = "voter_nik_change.";

    private static readonly string LongText = new('A', 201);

    public static IReadOnlyList<RuleExample> All { get; } = [.. Numbers(), .. Texts(), .. Persons(), .. Places(), .. AroundTheRecord()];

    private static RuleExample[] Numbers() =>
    [
        new("15 digits", VoterRules.NikMalformed, Record + "nik", With(v => v.Nik = "520101120387039")),
        new("a letter O in a NIK", VoterRules.NikMalformed, Record + "nik", With(v => v.Nik = "52O1011203870391")),
        new("digits that are not ASCII", VoterRules.NikMalformed, Record + "nik", With(v => v.Nik = "٥201011203870391")),
        new("what a spreadsheet makes of a NIK", VoterRules.NikMalformed, Record + "nik", With(v => v.Nik = "5.20101E+15")),
        new("no NIK", VoterRules.NikMalformed, Record + "nik", With(v => v.Nik = "")),
        new("NIK 0, one system's unknown", VoterRules.NikMalformed, Record + "nik", With(v => v.Nik = "0")),
        new("NIK serial 0000", VoterRules.NikSerialZero, Record + "nik", With(v => v.Nik = "5201011203870000")),
        new("NIK of equal digits", VoterRules.NikPlaceholder, Record + "nik", With(v => v.Nik = "5555555555555555")),
        new("NIK of zeros", VoterRules.NikPlaceholder, Record + "nik", With(v => v.Nik = "0000000000000000")),
        new("NIK in the keyboard's order", VoterRules.NikPlaceholder, Record + "nik", With(v => v.Nik = "1234567890123456")),
        new("NIK of province 99", VoterRules.NikProvinceUnknown, Record + "nik", With(v => v.Nik = "9901011203870391")),
        new("NIK of a district beyond the last", VoterRules.NikRegionUnknown, Record + "nik", With(v => v.Nik = "5201991203870391")),
        new("NIK of district 00", VoterRules.NikRegionUnknown, Record + "nik", With(v => v.Nik = "5201001203870391")),
        new("NIK of a regency that never was", VoterRules.NikRegionUnknown, Record + "nik", With(v => v.Nik = "5269011203870391")),
        new("NIK of another birth month", VoterRules.NikBirthDateDiffers, Record + "nik", With(v => v.Nik = "5201011204870391")),
        new("NIK of another birth year", VoterRules.NikBirthDateDiffers, Record + "nik", With(v => v.Nik = "5201011203880391")),
        new("NIK of another birth day", VoterRules.NikBirthDateDiffers, Record + "nik", With(v => v.Nik = "5201011303870391")),
        new("woman's NIK on a man", VoterRules.NikSexDiffers, Record + "nik", With(v => v.Nik = "5201015203870391")),
        new("man's NIK on a woman", VoterRules.NikSexDiffers, Record + "nik", With(v => v.Sex = Sex.Female)),
        new("NKK with 17 digits", VoterRules.NkkMalformed, Record + "nkk", With(v => v.Nkk = "52010101021100071")),
        new("NKK serial 0000", VoterRules.NkkSerialZero, Record + "nkk", With(v => v.Nkk = "5201010102110000")),
        new("NKK of equal digits", VoterRules.NkkPlaceholder, Record + "nkk", With(v => v.Nkk = "2222222222222222")),
        new("NKK in the keyboard's order", VoterRules.NkkPlaceholder, Record + "nkk", With(v => v.Nkk = "1234567890123456")),
        new("NKK of province 20", VoterRules.NkkProvinceUnknown, Record + "nkk", With(v => v.Nkk = "2001010102110007")),
        new("NKK of 31 February", VoterRules.NkkDateImpossible, Record + "nkk", With(v => v.Nkk = "5201013102110007")),
        new("NKK with a woman's day", VoterRules.NkkDateImpossible, Record + "nkk", With(v => v.Nkk = "5201014102110007")),
        new("NKK of month 13", VoterRules.NkkDateImpossible, Record + "nkk", With(v => v.Nkk = "5201010113110007")),
        new("DPID with a letter", VoterRules.DpidMalformed, Record + "dpid", With(v => v.Dpid = "12A")),
        new("DPID of 21 digits", VoterRules.DpidMalformed, Record + "dpid", With(v => v.Dpid = new string('1', 21))),
    ];

    private static RuleExample[] Texts() =>
    [
        new("no name", FieldRules.Required, Record + "name", With(v => v.Name = "")),
        new("a name of spaces", FieldRules.Required, Record + "name", With(v => v.Name = "   ")),
        new("name of 101", FieldRules.TextTooLong, Record + "name", With(v => v.Name = LongText[..101])),
        new("name with a tab", FieldRules.TextControlCharacter, Record + "name", With(v => v.Name = "LALU\tAKSAN")),
        new("name with a zero-width space", FieldRules.TextControlCharacter, Record + "name", With(v => v.Name = "LALU\u200BAKSAN")),
        new("name with a direction override", FieldRules.TextControlCharacter, Record + "name", With(v => v.Name = "LALU\u202EAKSAN")),
        new("name in small letters", FieldRules.TextNotNormalised, Record + "name", With(v => v.Name = "Lalu Aksan")),
        new("name with two spaces", FieldRules.TextNotNormalised, Record + "name", With(v => v.Name = "LALU  AKSAN")),
        new("name with a space at the end", FieldRules.TextNotNormalised, Record + "name", With(v => v.Name = "LALU AKSAN ")),
        new("name with a no-break space", FieldRules.TextNotNormalised, Record + "name", With(v => v.Name = "LALU\u00A0AKSAN")),
        new("no birthplace", FieldRules.Required, Record + "birth_place", With(v => v.BirthPlace = "")),
        new("birthplace of 101", FieldRules.TextTooLong, Record + "birth_place", With(v => v.BirthPlace = LongText[..101])),
        new("address of 201", FieldRules.TextTooLong, Record + "address", With(v => v.Address = LongText)),
        new("address with a line end", FieldRules.TextControlCharacter, Record + "address", With(v => v.Address = "JL. A\nJL. B")),
        new("source of 101", FieldRules.TextTooLong, Record + "source", With(v => v.Source = LongText[..101])),
        new("reference of 65", FieldRules.TextTooLong, "reference", WithChange(c => c.Reference = LongText[..65])),
        new("reference with a NIK", FieldRules.TextHoldsIdentityNumber, "reference", WithChange(c => c.Reference = "row 5201011203870391")),
        new("note of 201", FieldRules.TextTooLong, Removal + "note", WithRemoval(r => r.Note = LongText)),
        new("note with a NIK", FieldRules.TextHoldsIdentityNumber, Removal + "note", WithRemoval(r => r.Note = "lihat 5201011203870391.")),
    ];

    private static RuleExample[] Persons() =>
    [
        new("no sex", FieldRules.Required, Record + "sex", With(v => v.Sex = Sex.Unspecified)),
        new("a sex that the contract lacks", FieldRules.ValueUnknown, Record + "sex", With(v => v.Sex = (Sex)9)),
        new("no marital status", FieldRules.Required, Record + "marital_status", With(v => v.MaritalStatus = MaritalStatus.Unspecified)),
        new("marital status -1", FieldRules.ValueUnknown, Record + "marital_status", With(v => v.MaritalStatus = (MaritalStatus)(-1))),
        new("disability 8", FieldRules.ValueUnknown, Record + "disability", With(v => v.Disability = (Disability)8)),
        new("no identity card status", FieldRules.Required, Record + "electronic_card", With(v => v.ElectronicCard = ElectronicCard.Unspecified)),
        new("identity card status 3", FieldRules.ValueUnknown, Record + "electronic_card", With(v => v.ElectronicCard = (ElectronicCard)3)),
        new("no birth date", FieldRules.Required, Record + "birth_date", With(v => v.BirthDate = "")),
        new("30 February", FieldRules.DateMalformed, Record + "birth_date", With(v => v.BirthDate = "1987-02-30")),
        new("29 February of a year without it", FieldRules.DateMalformed, Record + "birth_date", With(v => v.BirthDate = "1987-02-29")),
        new("a date in the export's form", FieldRules.DateMalformed, Record + "birth_date", With(v => v.BirthDate = "12|03|1987")),
        new("born after the effective date", VoterRules.BirthDateAfterEffective, Record + "birth_date", With(v => Born(v, "2026-01-06"))),
        new("131 years old", VoterRules.AgeImpossible, Record + "birth_date", With(v => Born(v, "1895-01-05"))),
        new("17 tomorrow and not married", VoterRules.VoterUnderAge, Record + "birth_date", With(v => Born(v, "2009-01-06", MaritalStatus.NotMarried))),
    ];

    private static RuleExample[] Places() =>
    [
        new("RT 1000", FieldRules.NumberOutOfRange, Record + "rt", With(v => v.Rt = 1000)),
        new("RW -1", FieldRules.NumberOutOfRange, Record + "rw", With(v => v.Rw = -1)),
        new("TPS 1000", FieldRules.NumberOutOfRange, Record + "polling_station", With(v => v.PollingStation = 1000)),
        new("no village", FieldRules.Required, Record + "village_code", With(v => v.VillageCode = "")),
        new("a village that does not exist", VoterRules.VillageUnknown, Record + "village_code", With(v => v.VillageCode = "5201019999")),
        new("a village code with dots", VoterRules.VillageUnknown, Record + "village_code", With(v => v.VillageCode = "52.01.01.2002")),
        new("a village of Lombok Tengah", VoterRules.VillageOtherOffice, Record + "village_code", With(v => v.VillageCode = "5202011001")),
        new("moved in from nowhere", VoterRules.OfficeUnknown, Upsert + "previous_office_code", WithUpsert(u => u.PreviousOfficeCode = "9999")),
        new("moved in from this office", VoterRules.OfficeSame, Upsert + "previous_office_code", WithUpsert(u => u.PreviousOfficeCode = "5201")),
        new("moved away to nowhere", VoterRules.OfficeUnknown, Removal + "next_office_code", WithRemoval(r => r.NextOfficeCode = "P52")),
        new("moved away to this office", VoterRules.OfficeSame, Removal + "next_office_code", WithRemoval(r => r.NextOfficeCode = "5201")),
    ];

    private static RuleExample[] AroundTheRecord() =>
    [
        new("no kind", StateRules.ChangeKindUnknown, "", WithChange(c => c.ClearKind())),
        new("effective tomorrow", FieldRules.DateInFuture, "effective_date", WithChange(c => c.EffectiveDate = "2026-01-06")),
        new("effective no day", FieldRules.DateMalformed, "effective_date", WithChange(c => c.EffectiveDate = "today")),
        new("revision position 0", FieldRules.NumberTooSmall, "if_revision.position", WithChange(c => c.IfRevision = new Revision { Position = 0 })),
        new("revision index -1", FieldRules.NumberTooSmall, "if_revision.index", WithChange(c => c.IfRevision = new Revision { Position = 1, Index = -1 })),
        new("corrects batch 0", FieldRules.NumberTooSmall, "corrects.sequence", WithChange(c => c.Corrects = new ChangeRef { Sequence = 0 })),
        new("corrects index -1", FieldRules.NumberTooSmall, "corrects.index", WithChange(c => c.Corrects = new ChangeRef { Sequence = 1, Index = -1 })),
        new("no reason", FieldRules.Required, Upsert + "reason", WithUpsert(u => u.Reason = UpsertReason.Unspecified)),
        new("reason 99", FieldRules.ValueUnknown, Upsert + "reason", WithUpsert(u => u.Reason = (UpsertReason)99)),
        new("no record", FieldRules.Required, Upsert + "voter", WithUpsert(u => u.Voter = null)),
        new("opening balance without minutes", VoterRules.MinutesRequired, Upsert + "minutes_number", WithUpsert(u => u.Reason = UpsertReason.OpeningBalance)),
        new("minutes of 101", FieldRules.TextTooLong, Upsert + "minutes_number", WithUpsert(u => u.MinutesNumber = LongText[..101])),
        new("no method", FieldRules.Required, Check + "method", WithVerification(v => v.Method = VerificationMethod.Unspecified)),
        new("method 9", FieldRules.ValueUnknown, Check + "method", WithVerification(v => v.Method = (VerificationMethod)9)),
        new("no officer", FieldRules.Required, Check + "officer", WithVerification(v => v.Officer = " ")),
        new("no day of the check", FieldRules.Required, Check + "date", WithVerification(v => v.Date = "")),
        new("checked tomorrow", FieldRules.DateInFuture, Check + "date", WithVerification(v => v.Date = "2026-01-06")),
        new("document of 101", FieldRules.TextTooLong, Check + "document", WithVerification(v => v.Document = LongText[..101])),
        new("no document", FieldRules.Required, Check + "document", WithVerification(v => v.Document = "")),
        new("removal of a NIK of 15 digits", VoterRules.NikMalformed, Removal + "nik", WithRemoval(r => r.Nik = "520101120387039")),
        new("removal without a ground", FieldRules.Required, Removal + "ground", WithRemoval(r => r.Ground = RemovalGround.Unspecified)),
        new("removal on ground 99", FieldRules.ValueUnknown, Removal + "ground", WithRemoval(r => r.Ground = (RemovalGround)99)),
        new("the new NIK is the old one", VoterRules.NikNotChanged, NikChange + "voter.nik", WithNikChange(n => n.OldNik = Nik)),
        new("no old NIK", VoterRules.NikMalformed, NikChange + "old_nik", WithNikChange(n => n.OldNik = "")),
        new("a correction without a record", FieldRules.Required, NikChange + "voter", WithNikChange(n => n.Voter = null)),
        new("a correction's village of another office", VoterRules.VillageOtherOffice, NikChange + "voter.village_code", WithNikChange(n => n.Voter.VillageCode = "5202011001")),
    ];

    // With a NIK of that day, so that the birth date is all that is wrong.
    private static void Born(VoterRecord voter, string birthDate, MaritalStatus status = MaritalStatus.Married)
    {
        voter.BirthDate = birthDate;
        voter.MaritalStatus = status;
        voter.Nik = $"520101{birthDate[8..]}{birthDate[5..7]}{birthDate[2..4]}0391";
    }
}
