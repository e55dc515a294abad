using KpuSync.Core.Access;

namespace KpuSync.Server.Access;

/// <summary>The roles as they stand in credentials and on the command line.</summary>
public static class RoleNames
{
    private static readonly (string Name, Role Role)[] Names =
    [
        ("operator", Role.OfficeOperator),
        ("party-operator", Role.PartyOperator),
        ("administrator", Role.Administrator),
        ("auditor", Role.Auditor),
        ("integrator", Role.Integrator),
    ];

    /// <summary>All names, for help texts.</summary>
    public static IEnumerable<string> All => Names.Select(pair => pair.Name);

    public static string Of(Role role) => Names.First(pair => pair.Role == role).Name;

    public static bool TryParse(string? name, out Role role)
    {
        var found = Array.FindIndex(Names, pair => pair.Name == name);
        role = found < 0 ? default : Names[found].Role;
        return found >= 0;
    }
}
