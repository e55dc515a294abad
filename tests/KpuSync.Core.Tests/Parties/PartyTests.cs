using KpuSync.Contracts.V1;
using KpuSync.Core.Access;
using KpuSync.Core.Items;
using KpuSync.Core.Parties;
using KpuSync.Core.Register;
using KpuSync.Rules.Values;
using KpuSync.TestKit.Changes;

namespace KpuSync.Core.Tests.Parties;

/// <summary>Tests in which offices and the centre push party data.</summary>
public abstract class PartyTests : OfficesTests
{
    private const string OtherProducer = "0b8f2c1e-1111-4222-8333-000000000007";
    private readonly Dictionary<string, long> _sequences = [];

    protected static Caller PartyOperator(string office, int party = PartyExamples.Party) =>
        new($"party-{party}", Role.PartyOperator, OfficeCode.Parse(office), party);

    /// <summary>Pushes as somebody else than the office's own operator.</summary>
    protected async Task<Receipt> PushAsAsync(Caller caller, string office, params Change[] changes)
    {
        var sequence = _sequences[office] = _sequences.GetValueOrDefault(office) + 1;
        return (await Core.PushAsync(BatchExamples.With(sequence, OtherProducer, office, changes), caller)).Value.Receipt;
    }

    protected Task<Receipt> PushCentreAsync(params Change[] changes) => PushAsAsync(Centre, "RI", changes);

    protected async Task<string> OutcomeAsAsync(Caller caller, string office, Change change)
    {
        var receipt = await PushAsAsync(caller, office, change);
        return receipt.Outcomes.Count == 0
            ? "Applied"
            : string.Join(' ', receipt.Outcomes[0].Violations.Select(v => v.Code).Prepend(receipt.Outcomes[0].Status.ToString()));
    }

    protected async Task<PartyMember?> MemberAsync(int person, string office = "5201", int party = PartyExamples.Party)
    {
        var view = new OfficeView(OfficeCode.Parse(office));
        var key = PartyKeys.Of(PartyExamples.Member(person, party))!.Value;
        await Core.Store.LoadItemsAsync(view, [key], default);
        return view.FindItem(key) is { } item ? PartyMember.Parser.ParseFrom(item.Record) : null;
    }

    protected async Task<IReadOnlyList<Item>> ItemsAsync(string office)
    {
        var items = new List<Item>();
        await foreach (var item in Core.Store.ItemsOfAsync(OfficeCode.Parse(office), default))
            items.Add(item);
        return items;
    }

    protected async Task<IReadOnlyList<PendingChange>> PendingAsync(string office)
    {
        var pending = new List<PendingChange>();
        await foreach (var change in Core.Store.PendingOfAsync(OfficeCode.Parse(office), default))
            pending.Add(change);
        return pending;
    }
}
