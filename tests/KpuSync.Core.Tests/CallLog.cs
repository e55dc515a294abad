using System.Reflection;
using KpuSync.Core.Store;
using KpuSync.Rules.Values;

namespace KpuSync.Core.Tests;

/// <summary>Notes each call of an interface, with the offices and counts in it and without numbers of people.</summary>
public class CallLog<T> : DispatchProxy
    where T : class
{
    private T _inner = null!;
    private List<string> _calls = null!;

    public static T Around(T inner, List<string> calls)
    {
        var proxy = Create<T, CallLog<T>>();
        ((CallLog<T>)(object)proxy)._inner = inner;
        ((CallLog<T>)(object)proxy)._calls = calls;
        return proxy;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        _calls.Add($"{targetMethod!.Name}({string.Join(", ", args!.Select(Shape))})");
        return targetMethod.Invoke(_inner, args) switch
        {
            ValueTask<ILedgerWrite> write => new ValueTask<ILedgerWrite>(WrapAsync(write)),
            ValueTask<GroupWrite> group => new ValueTask<GroupWrite>(WrapAsync(group)),
            var result => result,
        };
    }

    private async Task<ILedgerWrite> WrapAsync(ValueTask<ILedgerWrite> write) => CallLog<ILedgerWrite>.Around(await write, _calls);

    private async Task<GroupWrite> WrapAsync(ValueTask<GroupWrite> group)
    {
        var (write, known) = await group;
        return new GroupWrite(CallLog<ILedgerWrite>.Around(write, _calls), known);
    }

    private static string Shape(object? argument) => argument switch
    {
        OfficeCode office => office.Value,
        IReadOnlyCollection<Nik> people => $"{people.Count} people",
        IReadOnlyCollection<TouchedPeople> touched => string.Join("; ", touched.Select(t => $"{t.View.Office.Value}: {t.Niks.Count} people")),
        _ => argument?.GetType().Name ?? "",
    };
}
