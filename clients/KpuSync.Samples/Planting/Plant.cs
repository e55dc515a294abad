namespace KpuSync.Samples.Planting;

/// <summary>Something that takes the place of an ordinary voter of an office.</summary>
internal abstract record Plant;

/// <summary>A person who is registered twice. <paramref name="Second"/> tells the later of the two registrations.</summary>
internal sealed record DuplicatePlant(SharedPerson Person, bool Second) : Plant;

/// <summary>Somebody over 100.</summary>
/// <param name="Verified">The first export has the verification columns filled.</param>
/// <param name="VerifiedLater">The second one has.</param>
internal sealed record OverHundredPlant(bool Verified, bool VerifiedLater) : Plant;

/// <summary>A row that cannot be applied.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Mended">Right in the second export.</param>
/// <param name="Second">The later of two rows that are wrong together.</param>
internal sealed record BrokenPlant(BrokenKind Kind, bool Mended, bool Second = false) : Plant;
