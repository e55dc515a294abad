using System.Globalization;
using KpuSync.Contracts.V1;
using KpuSync.Rules.Checking;
using KpuSync.Rules.Registry;

namespace KpuSync.Rules.Progress;

/// <summary>Rules of the counts of e-PPID.</summary>
internal sealed class InformationRequestsValidator : MessageValidator<InformationRequests>
{
    public InformationRequestsValidator()
    {
        Field("received", s => s.Message, static (_, requests) => MonthlyCount.Check(requests.Received) ?? AtMost(AnsweredOf(requests), requests.Received));
        Field("granted", s => s.Message.Granted, static (_, count) => MonthlyCount.Check(count));
        Field("partly_granted", s => s.Message.PartlyGranted, static (_, count) => MonthlyCount.Check(count));
        Field("refused", s => s.Message.Refused, static (_, count) => MonthlyCount.Check(count));
        Field("objections", s => s.Message.Objections, static (_, count) => MonthlyCount.Check(count));
        Field("answered_in_time", s => s.Message, static (_, requests) =>
            MonthlyCount.Check(requests.AnsweredInTime) ?? AtMost(requests.AnsweredInTime, AnsweredOf(requests)));
    }

    private static long AnsweredOf(InformationRequests requests) => (long)requests.Granted + requests.PartlyGranted + requests.Refused;

    private static Broken? AtMost(long part, long whole) => part <= whole
        ? null
        : new Broken(
            ProgressRules.RequestsDiffer,
            ("part", part.ToString(CultureInfo.InvariantCulture)), ("whole", whole.ToString(CultureInfo.InvariantCulture)));
}
