using KpuSync.Contracts.V1;
using KpuSync.Rules.Regions;
using KpuSync.Rules.Registry;
using static KpuSync.Rules.Tests.ValidChanges;

namespace KpuSync.Rules.Tests;

/// <content>Texts, places, and what stands around a record.</content>
internal static partial class RuleExamples
{
    private const string Upsert = "voter_upsert.";
    private const string Check = "voter_upsert.verification.";
    private const string Removal = "voter_removal.";
    private const string NikChange = "voter_nik_change.";

    private static string LongText => new('A', 201);

    /// <summary>The catalogue has the new codes only, as after a change of the regions.</summary>
    public static VillageMove Renamed { get; } = new("5201019998", "5201012001", new DateOnly(2026, 1, 1));

    public static VillageMove WentAway { get; } = new("5201019997", "5208012001", new DateOnly(2026, 1, 1));

    private static RuleExample[] Places() =>
    [
        new("RT 1000", FieldRules.NumberOutOfRange, Record + "rt", With(v => v.Rt = 1000)),
        new("RW -1", FieldRules.NumberOutOfRange, Record + "rw", With(v => v.Rw = -1)),
        new("TPS 1000", FieldRules.NumberOutOfRange, Record + "polling_station", With(v => v.PollingStation = 1000)),
        new("no village", FieldRules.Required, Record + "village_code", With(v => v.VillageCode = "")),
        new("a village that does not exist", VoterRules.VillageUnknown, Record + "village_code", With(v => v.VillageCode = "5201019999")),
        new("a village code with dots", VoterRules.VillageUnknown, Record + "village_code", With(v => v.VillageCode = "52.01.01.2002")),
        new("a village of Lombok Tengah", VoterRules.VillageOtherOffice, Record + "village_code", With(v => v.VillageCode = "5202011001")),
        new("the old code of a village", VoterRules.VillageCodeReplaced, Record + "village_code", With(v => v.VillageCode = Renamed.OldCode)),
        new("a village that went to Lombok Utara", VoterRules.VillageOtherOffice, Record + "village_code", With(v => v.VillageCode = WentAway.OldCode)),
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
        new("a sender that calls a voter verified", FieldRules.ValueUnknown, Upsert + "verified", WithUpsert(u => u.Verified = true)),
        new("decided case -1", FieldRules.NumberTooSmall, Upsert + "decided_case_id", WithUpsert(u => u.DecidedCaseId = -1)),
        new("a removal that calls itself a decision", FieldRules.ValueUnknown, "voter_removal.decided_case_id",
            new Change { VoterRemoval = new VoterRemoval { Nik = "5201011203870391", Ground = RemovalGround.Duplicate, DecidedCaseId = 1 } }),
        new("a claim on nobody's voter", FieldRules.Required, "voter_claim.owner_office_code",
            new Change { VoterClaim = new VoterClaim { Nik = "5201011203870391" } }),
        new("a claim on one's own voter", VoterRules.OfficeSame, "voter_claim.owner_office_code",
            new Change { VoterClaim = new VoterClaim { Nik = "5201011203870391", OwnerOfficeCode = "5201" } }),
        new("a claim with an identity number in its note", FieldRules.TextHoldsIdentityNumber, "voter_claim.note",
            new Change { VoterClaim = new VoterClaim { Nik = "5201011203870391", OwnerOfficeCode = "5202", Note = "5201011203870391" } }),
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
}
