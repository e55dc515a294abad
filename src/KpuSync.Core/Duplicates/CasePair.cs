using KpuSync.Contracts.V1;
using KpuSync.Core.Register;

namespace KpuSync.Core.Duplicates;

/// <summary>Two registrations that seem to be one person.</summary>
/// <param name="First">The lower one.</param>
/// <param name="Second">The higher one.</param>
/// <param name="Class">K1, K2 or K3.</param>
/// <param name="Score">Bits: binary logarithm of how much likelier one person is than two; 0 for an equal number.</param>
/// <param name="Reasons">Why.</param>
internal sealed record CasePair(RegistrationKey First, RegistrationKey Second, CaseClass Class, double Score, IReadOnlyList<CaseReason> Reasons)
{
    /// <summary>A pair in its order.</summary>
    public static CasePair Of(RegistrationKey a, RegistrationKey b, CaseClass caseClass, double score, IReadOnlyList<CaseReason> reasons) =>
        a < b ? new CasePair(a, b, caseClass, score, reasons) : new CasePair(b, a, caseClass, score, reasons);
}
