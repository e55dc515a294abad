using Google.Protobuf.Collections;
using KpuSync.Contracts.V1;
using KpuSync.Core.Push;
using KpuSync.Rules.Registry;

namespace KpuSync.Server.Calls;

/// <summary>Wraps stored receipts for a caller: the texts of their violations in the caller's language.</summary>
public static class Envelopes
{
    public static ReceiptEnvelope Of(AcknowledgedReceipt acknowledged, Language language)
    {
        var envelope = new ReceiptEnvelope { Receipt = acknowledged.Receipt, Repeated = acknowledged.Repeated };
        AddTexts(envelope.Texts, acknowledged.Receipt.Outcomes, language);
        return envelope;
    }

    public static void AddTexts(RepeatedField<ViolationText> texts, IEnumerable<Outcome> outcomes, Language language)
    {
        foreach (var outcome in outcomes)
        {
            foreach (var violation in outcome.Violations)
                texts.Add(new ViolationText { Index = outcome.Index, Code = violation.Code, Text = RuleRegistry.TextOf(violation, language) });
        }
    }
}
