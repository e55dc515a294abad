using KpuSync.Core.Recap;
using KpuSync.Rules.Values;

namespace KpuSync.Core.Register;

/// <summary>One office's register, read and written in memory.</summary>
public interface IRegister
{
    /// <summary>Whose register.</summary>
    OfficeCode Office { get; }

    /// <summary>The registration of a person here, active or removed; null if there is none.</summary>
    Registration? Find(Nik nik);

    /// <summary>Puts a registration in place of what was there.</summary>
    void Put(Registration registration);

    /// <summary>Takes a registration out: the person goes on under another number.</summary>
    void Delete(Nik nik);

    /// <summary>Whether a recap period that holds the day is closed.</summary>
    bool IsInClosedPeriod(DateOnly day);

    /// <summary>Adds to a tally of the recap.</summary>
    void Count(TallyKey key, int count);
}
