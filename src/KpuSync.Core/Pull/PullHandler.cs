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
public sealed class PullHandler(ILedgerReader ledger, TokenReader tokens, LedgerHistory history, LedgerSignal written, SyncLimits limits,
    TimeProvider time)
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

        var reading = new Reading(range.Value, places.Value, WithCentre: request.WithCentre && range.Value != OfficeCode.Centre, caller, request.WithProof);
        while (true)
        {
            var next = written.Next;
            await foreach (var response in CatchUpAsync(reading, ct))
                yield return response;
            yield return new PullResponse { Token = TokenOf(range.Value, places.Value), CaughtUp = true };
            if (!request.Follow)
                yield break;
            await WaitForMoreAsync(reading, next, ct);
        }
    }

    private async IAsyncEnumerable<PullResponse> CatchUpAsync(Reading reading, [EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var head in await HeadsOfAsync(reading, ct))
        {
            while (reading.PositionIn(head.Office) < head.Position)
            {
                IReadOnlyList<LedgerEntry> entries;
                using (SyncTracing.PullPage(head.Office))
                    entries = await ledger.EntriesAfterAsync(head.Office, reading.PositionIn(head.Office), limits.PullEntriesMax, ct);

                // A ledger that has lost its last entries (`audit verify` names them) must not be asked for ever.
                if (entries.Count == 0)
                    break;
                foreach (var response in AnswersOf(entries, reading))
                    yield return response;
            }
        }
    }

    // An answer stays under what gRPC clients accept by default; an entry that is larger than that goes alone.
    private IEnumerable<PullResponse> AnswersOf(IEnumerable<LedgerEntry> entries, Reading reading)
    {
        var (response, bytes) = (new PullResponse(), 0);
        foreach (var stored in entries)
        {
            var entry = reading.MapperOf(stored.Office).Map(stored);
            var entryBytes = entry.CalculateSize();
            if (bytes > 0 && bytes + entryBytes > limits.PullBytesMax)
            {
                response.Token = TokenOf(reading.Range, reading.Places);
                yield return response;
                (response, bytes) = (new PullResponse(), 0);
            }

            response.Entries.Add(entry);
            bytes += entryBytes;
            reading.Places[stored.Office] = LedgerPlace.At(stored.Office, stored.Epoch, stored.Position, stored.ChainHash);
        }

        response.Token = TokenOf(reading.Range, reading.Places);
        yield return response;
    }

    private async ValueTask WaitForMoreAsync(Reading reading, Task next, CancellationToken ct)
    {
        while (true)
        {
            await Signal.WaitAsync(next, limits.FollowInterval, time, ct);
            next = written.Next;
            if ((await HeadsOfAsync(reading, ct)).Any(head => reading.PositionIn(head.Office) < head.Position))
                return;
        }
    }

    // The centre's first: what offices send about a party refers to its profile.
    private async ValueTask<IReadOnlyList<LedgerHead>> HeadsOfAsync(Reading reading, CancellationToken ct)
    {
        var heads = await ledger.HeadsOfAsync(reading.Range, ct);
        return reading.WithCentre ? [await ledger.HeadOfAsync(OfficeCode.Centre, ct), .. heads] : heads;
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

    // What is read for whom, and how far.
    private sealed record Reading(OfficeCode Range, Dictionary<OfficeCode, LedgerPlace> Places, bool WithCentre, Caller Caller, bool WithProof)
    {
        private readonly EntryMapper _inRange = new(OfficeGrants.SeesFullRecords(Caller) ? EntryDetail.Full : EntryDetail.Masked, WithProof);
        private readonly EntryMapper _ungranted = new(EntryDetail.NationalParties, WithProof);

        public long PositionIn(OfficeCode office) => Places.GetValueOrDefault(office).Position;

        public EntryMapper MapperOf(OfficeCode office) => OfficeGrants.Covers(Caller.Office, office) ? _inRange : _ungranted;
    }
}
