using KpuSync.Client.Push;
using KpuSync.Contracts.V1;

namespace KpuSync.Client.Operations;

/// <summary>Asks for recaps, and closes and reopens their periods.</summary>
internal sealed class RecapOperation(OperationScope scope)
{
    public Task<GetRecapResponse> GetAsync(RecapQuery query, CancellationToken cancellationToken)
    {
        var request = new GetRecapRequest { OfficeCode = OfficeOf(query.Office), Period = query.Period, Level = query.Level };
        return scope.CallAsync(options => scope.Connection.Recap.GetRecapAsync(request, options), cancellationToken);
    }

    public async Task<PeriodClosing> CloseAsync(string period, string minutesNumber, string? office, CancellationToken cancellationToken)
    {
        // May be sent twice: the server answers the same minutes number with the same closing.
        var request = new ClosePeriodRequest { OfficeCode = OfficeOf(office), Period = period, MinutesNumber = minutesNumber };
        return (await scope.CallAsync(options => scope.Connection.Recap.ClosePeriodAsync(request, options), cancellationToken)).Closing;
    }

    public async Task<long> ReopenAsync(string period, string reason, string? office, CancellationToken cancellationToken)
    {
        var request = new ReopenPeriodRequest { OfficeCode = OfficeOf(office), Period = period, Reason = reason };
        return (await scope.CallAsync(options => scope.Connection.Recap.ReopenPeriodAsync(request, options), cancellationToken)).Position;
    }

    private string OfficeOf(string? office) => office ?? scope.Installation.Config.Office;
}
