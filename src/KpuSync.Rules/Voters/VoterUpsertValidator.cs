using KpuSync.Contracts.V1;
using KpuSync.Rules.Checking;
using KpuSync.Rules.Registry;

namespace KpuSync.Rules.Voters;

/// <summary>Rules of an upsert around its record.</summary>
internal sealed class VoterUpsertValidator : MessageValidator<VoterUpsert>
{
    private const int MinutesMax = 100;

    public VoterUpsertValidator()
    {
        Field("reason", s => s.Message.Reason, static (_, reason) => NumberForm.RequiredEnum((int)reason, last: (int)UpsertReason.Reverted));
        Field("voter", s => s.Message.Voter, static (_, voter) => voter is null ? FieldRules.Required : null);
        Field("previous_office_code", s => s.Message.PreviousOfficeCode, static (s, office) => OtherOffice.Check(office, s.At));
        Field("decided_case_id", s => s.Message.DecidedCaseId, static (_, id) => NumberForm.AtLeast(id, 0));
        Field("verified", s => s.Message.Verified, static (_, verified) => verified ? FieldRules.ValueUnknown : null);
        Field("minutes_number", s => s.Message, static (_, upsert) => Minutes(upsert));
    }

    private static Broken? Minutes(VoterUpsert upsert)
    {
        if (upsert.Reason == UpsertReason.OpeningBalance && string.IsNullOrWhiteSpace(upsert.MinutesNumber))
            return VoterRules.MinutesRequired;
        return TextForm.Free(upsert.MinutesNumber, MinutesMax);
    }
}
