using System.Globalization;
using KpuSync.Cli.Commands;
using KpuSync.Cli.Output;
using KpuSync.Client;
using KpuSync.Rules.Regions;
using KpuSync.Rules.Values;

namespace KpuSync.Cli.Demo;

/// <summary>The recap that the demonstration ends with: one office's quarter, from the server's tallies.</summary>
internal static class DemoRecap
{
    public static async Task PrintAsync(CommandContext context, DemoOffice office, CancellationToken cancellation)
    {
        var today = OfficeCalendar.TodayIn(OfficeCode.Parse(office.Code), context.Environment.Time);
        var quarter = string.Create(CultureInfo.InvariantCulture, $"{today:yyyy}-Q{((today.Month - 1) / 3) + 1}");
        RecapView.PrintText(context, await office.Client.RecapAsync(new RecapQuery(quarter), cancellation));
    }
}
