using KpuSync.Contracts.V1;
using KpuSync.Rules.Checking;
using KpuSync.Rules.Registry;

namespace KpuSync.Rules.Voters;

/// <summary>Rules of the evidence that somebody over 100 was checked: complete, and not dated ahead.</summary>
internal sealed class VerificationValidator : MessageValidator<Verification>
{
    private const int TextMax = 100;

    public VerificationValidator()
    {
        Field("method", s => s.Message.Method, static (_, method) => NumberForm.RequiredEnum((int)method, last: (int)VerificationMethod.CivilRegistry));
        Field("officer", s => s.Message.Officer, static (_, officer) => Given(officer));
        Field("date", s => s.Message.Date, static (s, date) => PastDay.Check(date, s.At.Today) ?? (date.Length == 0 ? FieldRules.Required : null));
        Field("document", s => s.Message.Document, static (_, document) => Given(document));
    }

    private static Broken? Given(string text) => string.IsNullOrWhiteSpace(text) ? FieldRules.Required : TextForm.Free(text, TextMax);
}
