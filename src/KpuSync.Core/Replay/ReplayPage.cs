using KpuSync.Contracts.V1;
using KpuSync.Core.Items;
using KpuSync.Core.Push;
using KpuSync.Core.Register;
using KpuSync.Core.Settlements;

namespace KpuSync.Core.Replay;

/// <summary>What one entry of a replay decides: the register as it goes, and the decisions so far.</summary>
internal sealed class ReplayPage
{
    private readonly LogicalPlaces _places;
    private readonly List<EntryPlace?> _origins = [];

    /// <param name="view">The office's register with everything loaded that is touched.</param>
    /// <param name="entry">The entry that is being made.</param>
    /// <param name="places">Where what stands in the register was said.</param>
    /// <param name="screened">The changes as the rules that need no other record found them.</param>
    /// <param name="poison">Changes that the database refuses.</param>
    public ReplayPage(
        OfficeView view, EntryMoment entry, LogicalPlaces places, IReadOnlyDictionary<EntryPlace, ScreenedChange> screened, IReadOnlySet<EntryPlace> poison)
    {
        (View, Entry, _places, Screened, Poison) = (view, entry, places, screened, poison);
        places.Learn(entry.Position, _origins);
    }

    /// <summary>The office's register.</summary>
    public OfficeView View { get; }

    /// <summary>The entry that is being made.</summary>
    public EntryMoment Entry { get; }

    /// <summary>The changes as the rules that need no other record found them.</summary>
    public IReadOnlyDictionary<EntryPlace, ScreenedChange> Screened { get; }

    /// <summary>Changes that the database refuses.</summary>
    public IReadOnlySet<EntryPlace> Poison { get; }

    /// <summary>The decisions so far, in the order of the entry.</summary>
    public List<DecidedChange> Decided { get; } = [];

    /// <summary>Adds a decision whose effect is in the register.</summary>
    public void Add(DecidedChange decided)
    {
        Decided.Add(decided);
        _origins.Add(decided.Origin?.Place);
    }

    /// <summary>True if the register has something about the same person or item that was said after the parked change.</summary>
    public bool HasNewerThan(ParkedContent content)
    {
        var said = _places.Of(content.Parked.Place);
        return PlacesOf(View, content).Any(place => _places.Of(place) > said);
    }

    /// <summary>Where what the register has about the same person or item stands.</summary>
    public static IEnumerable<EntryPlace> PlacesOf(OfficeView view, ParkedContent content)
    {
        // What is said about another office's voter has nothing to do with the same number here.
        if (content.Change.KindCase is Change.KindOneofCase.VoterClaim)
            return [];
        if (ItemKeys.Of(content.Change) is { } item)
            return view.FindItem(item) is { } current ? [new EntryPlace(current.Position, current.Index)] : [];
        // Of a corrected number: who had the new one until now is somebody else.
        return ChangeKeys.Of(content.Change).Registered is { } nik && view.Find(nik) is { } registration
            ? [new EntryPlace(registration.Position, registration.Index)]
            : [];
    }
}
