using KpuSync.Contracts.V1;
using KpuSync.Rules.Registry;
using KpuSync.Rules.Values;
using static KpuSync.Rules.Tests.ValidChanges;

namespace KpuSync.Rules.Tests;

/// <summary>A change that breaks one rule in one field, and nothing else.</summary>
internal sealed record RuleExample(string Name, Rule Rule, string FieldPath, Change Change, string Sender = "5201")
{
    public OfficeCode Office => OfficeCode.Parse(Sender);


    public override string ToString() => Name;
}

/// <summary>What breaks each rule, and why it is a rule.</summary>
internal static partial class RuleExamples
{
    private const string Record = "voter_upsert.voter.";

    public static IReadOnlyList<RuleExample> All { get; } =
    [
        .. Numbers(), .. Texts(), .. Persons(), .. Places(), .. AroundTheRecord(), .. Reports(), .. Budgets(), .. Staff(), .. Plans(),
        .. Parties(), .. Members(), .. Papers(),
    ];

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

    // With a NIK of that day, so that the birth date is all that is wrong.
    private static void Born(VoterRecord voter, string birthDate, MaritalStatus status = MaritalStatus.Married)
    {
        voter.BirthDate = birthDate;
        voter.MaritalStatus = status;
        voter.Nik = $"520101{birthDate[8..]}{birthDate[5..7]}{birthDate[2..4]}0391";
    }
}
