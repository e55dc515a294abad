namespace KpuSync.Core.Duplicates;

/// <summary>How KPU has classed registrations that seem to be one person.</summary>
public enum DuplicateClass
{
    /// <summary>Name, NIK, birth place, birth date and sex are equal; the address may differ.</summary>
    K1 = 1,

    /// <summary>One NIK, but not all the rest of the identity: most often another name.</summary>
    K2 = 2,

    /// <summary>Two NIKs, a similar identity.</summary>
    K3 = 3,
}
