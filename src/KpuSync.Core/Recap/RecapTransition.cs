using KpuSync.Contracts.V1;
using KpuSync.Core.Register;
using KpuSync.Rules.Values;

namespace KpuSync.Core.Recap;

/// <summary>What the closing or reopening of a period does to an office's view. Closing and rebuilding both go through here.</summary>
public static class RecapTransition
{
    /// <summary>Carries the entry at <paramref name="position"/> into the view.</summary>
    public static void Apply(OfficeView view, RecapPeriodEntry entry, long position)
    {
        var period = RecapPeriod.Parse(entry.Period);
        if (entry.Act is RecapPeriodAct.Closed)
            view.Close(new ClosedPeriod(view.Office, period, position));
        else
            view.Reopen(period);
    }
}
