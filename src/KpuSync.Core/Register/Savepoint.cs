namespace KpuSync.Core.Register;

/// <summary>A place in an <see cref="OfficeView"/>'s history.</summary>
/// <param name="Undo">Steps that were taken.</param>
/// <param name="Counted">Counts that were made.</param>
/// <param name="Registered">Registrations that were put or deleted.</param>
public readonly record struct Savepoint(int Undo, int Counted, int Registered);
