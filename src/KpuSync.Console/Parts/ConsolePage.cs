using KpuSync.Console.Access;
using KpuSync.Console.Localization;
using KpuSync.Core.Access;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace KpuSync.Console.Parts;

/// <summary>What every page has at hand.</summary>
public abstract class ConsolePage : ComponentBase
{
    [Inject]
    protected IStringLocalizer<Words> T { get; set; } = null!;

    [Inject]
    protected Speech Speech { get; set; } = null!;

    [Inject]
    protected Desk Desk { get; set; } = null!;

    [Inject]
    protected NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private CurrentSession Current { get; set; } = null!;

    [Inject]
    private IJSRuntime Script { get; set; } = null!;

    /// <summary>Who is signed in. The layout shows no page without somebody.</summary>
    protected Caller Caller { get; private set; } = null!;

    /// <summary>The office of the query, or the caller's own range. It may be any code: whether it is granted is the handlers' to say.</summary>
    protected string RangeOf(string? asked) => string.IsNullOrEmpty(asked) ? Caller.Office.Value : asked;

    /// <summary>Makes the browser forget what was typed, once it is sent.</summary>
    protected ValueTask ForgetDraftsAsync(string name) => Script.InvokeVoidAsync("kpuDrafts.clear", name);

    public override async Task SetParametersAsync(ParameterView parameters)
    {
        if (Caller is null)
        {
            if (await Current.FindAsync() is not { } session)
                return;
            Caller = session.Caller;
        }

        await base.SetParametersAsync(parameters);
    }
}
