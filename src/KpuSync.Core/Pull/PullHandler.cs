using System.Runtime.CompilerServices;
using KpuSync.Contracts.V1;
using KpuSync.Core.Access;
using KpuSync.Core.Ledger;
using KpuSync.Core.Store;
using KpuSync.Core.Telemetry;
using KpuSync.Core.Tokens;
using KpuSync.Rules.Values;

namespace KpuSync.Core.Pull;

/// <summary>Reads ledgers after a token, each office's in order; with follow it goes on as they are written. Start at <see cref="ReadAsync"/>.</summary>
public sealed class PullHandler(ILedgerReader ledger, TokenReader tokens, LedgerHistory history, SyncLimits limits, TimeProvider time)
{
    /// <summary>Answers until the reader has caught up, or with follow until it goes away. A refusal is the last thing answered.</summary>
    public async IAsyncEnumerable<Result<PullResponse>> ReadAsync(Caller caller, PullRequest request, [EnumeratorCancellation] CancellationToken ct)
    {
        var range = RangeOf(request);
        if (!range.IsOk)
        {
            yield return range.Error;
            yield break;
        }

        if (OfficeGrants.CheckRead(caller, range.Value) is { } notGranted)
        {
            yield return notGranted;
            yield break;
        }

        var places = await PlacesOfAsync(request.Token, range.Value, ct);
        if (!places.IsOk)
        {
            yield return places.Error;
            yield break;
        }

        var mapper = new EntryMapper(isMasked: !OfficeGrants.SeesFullRecords(caller), request.WithProof);
        while (true)
        {
            await foreach (var response in CatchUpAsync(range.Value, places.Value, mapper, ct))
                yield return response;
            yield return new PullResponse { Token = TokenOf(range.Value, places.Value), CaughtUp = true };
            if (!request.Follow)
                yield break;
            await WaitForMoreAsync(range.Value, places.Value, ct);
        }
    }

    private async IAsyncEnumerable<PullResponse> CatchUpAsync(
        OfficeCode range, Dictionary<OfficeCode, LedgerPlace> places, EntryMapper mapper, [EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var head in await ledger.HeadsOfAsync(range, ct))
        {
            while (places.GetValueOrDefault(head.Office).Position < head.Position)
            {
                IReadOnlyList<LedgerEntry> entries;
                using (SyncTracing.PullPage(head.Office))
                    entries = await ledger.EntriesAfterAsync(head.Office, places.GetValueOrDefault(head.Office).Position, limits.PullEntriesMax, ct);

                // A ledger that has lost its last entries (`audit verify` names them) must not be asked for ever.
                if (entries.Count == 0)
                    break;
                foreach (var response in AnswersOf(entries, range, places, mapper))
                    yield return response;
            }
        }
    }

    // An answer stays under what gRPC clients accept by default; an entry that is larger than that goes alone.
    private IEnumerable<PullResponse> AnswersOf(IEnumerable<LedgerEntry> entries, OfficeCode range, Dictionary<OfficeCode, LedgerPlace> places, EntryMapper mapper)
    {
        var (response, bytes) = (new PullResponse(), 0);
        foreach (var stored in entries)
        {
            var entry = mapper.Map(stored);
            var entryBytes = entry.CalculateSize();
            if (bytes > 0 && bytes + entryBytes > limits.PullBytesMax)
            {
                response.Token = TokenOf(range, places);
                yield return response;
                (response, bytes) = (new PullResponse(), 0);
            }

            response.Entries.Add(entry);
            bytes += entryBytes;
            places[stored.Office] = LedgerPlace.At(stored.Office, stored.Epoch, stored.Position, stored.ChainHash);
        }

        response.Token = TokenOf(range, places);
        yield return response;
    }

    private async ValueTask WaitForMoreAsync(OfficeCode range, Dictionary<OfficeCode, LedgerPlace> places, CancellationToken ct)
    {
        while (true)
        {
            await Task.Delay(limits.FollowInterval, time, ct);
            foreach (var head in await ledger.HeadsOfAsync(range, ct))
            {
                if (places.GetValueOrDefault(head.Office).Position < head.Position)
                    return;
            }
        }
    }

    private static Result<OfficeCode> RangeOf(PullRequest request) => request.RangeCase switch
    {
        PullRequest.RangeOneofCase.OfficeCode when OfficeCode.TryParse(request.OfficeCode, out var office) && office.Kind is OfficeKind.Regency => office,
        PullRequest.RangeOneofCase.OfficeCode => SyncError.RequestInvalid("office_code"),
        PullRequest.RangeOneofCase.ProvinceCode when OfficeCode.TryParse("P" + request.ProvinceCode, out var province) => province,
        PullRequest.RangeOneofCase.ProvinceCode => SyncError.RequestInvalid("province_code"),
        PullRequest.RangeOneofCase.Nation when request.Nation => OfficeCode.Centre,
        _ => SyncError.RequestInvalid("range"),
    };

    private async ValueTask<Result<Dictionary<OfficeCode, LedgerPlace>>> PlacesOfAsync(string text, OfficeCode range, CancellationToken ct)
    {
        var places = new Dictionary<OfficeCode, LedgerPlace>();
        if (text.Length == 0)
            return places;
        var token = tokens.Read(text, TokenUse.Reader, range.Value);
        if (!token.IsOk)
            return token.Error;

        ErrorReason? refusal = null;
        foreach (var place in token.Value.Places)
        {
            var fit = await history.FitAsync(place, ct);
            refusal ??= fit.Refusal;
            places[place.Office] = fit.Rewind;
        }

        return refusal is { } reason ? SyncError.Of(reason, ("rewind_token", TokenOf(range, places))) : places;
    }

    private string TokenOf(OfficeCode range, Dictionary<OfficeCode, LedgerPlace> places) =>
        tokens.Write(new SyncToken(TokenUse.Reader, range.Value, [.. places.Values.Where(p => p.Position > 0).OrderBy(p => p.Office)]));
}
