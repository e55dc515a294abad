using KpuSync.Core.Duplicates.Matching;
using KpuSync.Core.Register;
using KpuSync.Rules.Values;

namespace KpuSync.Core.Duplicates;

/// <summary>Everybody whom a page touches, as they are registered now, in every office.</summary>
internal sealed class PeopleOfPage
{
    private readonly ILookup<Nik, Registration> _byNik;
    private readonly Dictionary<RegistrationKey, Registration> _byKey;

    public PeopleOfPage(PageEvents events, IReadOnlyList<Registration> registrations)
    {
        _byNik = registrations.ToLookup(r => r.Nik);
        _byKey = registrations.ToDictionary(r => new RegistrationKey(r.Nik, r.Office));
        Touched = events.Touched;
        var own = new List<OwnPerson>(events.Touched.Count);
        foreach (var nik in events.Touched)
        {
            if (_byKey.TryGetValue(new RegistrationKey(nik, events.Office), out var registration) && registration.IsActive)
                own.Add(OwnPerson.Of(registration));
        }

        Own = own;
        SortedKeys = [.. own.SelectMany(person => person.Keys.Select(key => (key, person.Key))).Order()];
    }

    /// <summary>Whose registration changed.</summary>
    public IReadOnlyCollection<Nik> Touched { get; }

    /// <summary>Those of them who are active in the page's office now.</summary>
    public IReadOnlyList<OwnPerson> Own { get; }

    /// <summary>Their blocking keys, in order.</summary>
    public IReadOnlyList<(long Key, RegistrationKey Member)> SortedKeys { get; }

    /// <summary>True if the registration was read.</summary>
    public bool Knows(RegistrationKey key) => _byNik.Contains(key.Nik);

    /// <summary>True if a registration is active.</summary>
    public bool IsActive(RegistrationKey key) => _byKey.TryGetValue(key, out var registration) && registration.IsActive;

    /// <summary>The active registrations of a number, in office order.</summary>
    public IReadOnlyList<Registration> ActiveOf(Nik nik) => [.. _byNik[nik].Where(r => r.IsActive).OrderBy(r => r.Office)];
}

/// <summary>One of them, ready to be compared.</summary>
/// <param name="Key">The registration.</param>
/// <param name="Person">What is compared.</param>
/// <param name="Keys">Its blocking keys.</param>
internal sealed record OwnPerson(RegistrationKey Key, Person Person, IReadOnlyList<long> Keys)
{
    public static OwnPerson Of(Registration registration)
    {
        var person = Person.From(registration.ParseRecord());
        return new OwnPerson(new RegistrationKey(registration.Nik, registration.Office), person, [.. BlockingKeys.Of(person).Select(k => k.Value)]);
    }
}
