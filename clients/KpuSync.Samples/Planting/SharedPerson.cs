namespace KpuSync.Samples.Planting;

/// <summary>A person who is registered in two places.</summary>
/// <param name="Id">Name of the pair in the truth.</param>
/// <param name="Reach">How far apart the two registrations are.</param>
/// <param name="Class">K1, K2 or K3, as KPU has classed duplicates.</param>
/// <param name="Nik">The number in the first registration.</param>
/// <param name="SecondNik">The number in the second one; another one only in class K3.</param>
/// <param name="Name">The name in the first registration.</param>
/// <param name="SecondName">The name in the second one.</param>
/// <param name="Female">Sex.</param>
/// <param name="Birth">Birth date, the same in both.</param>
/// <param name="BirthPlace">Birthplace, the same in both.</param>
internal sealed record SharedPerson(
    string Id, DuplicateReach Reach, string Class, long Nik, long SecondNik, string Name, string SecondName, bool Female, DateOnly Birth, string BirthPlace);
