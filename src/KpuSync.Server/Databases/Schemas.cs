using KpuSync.Server.Hosting;
using KpuSync.Storage;

namespace KpuSync.Server.Databases;

/// <summary>Refuses the schema of a newer program, on whatever database.</summary>
internal static class Schemas
{
    /// <exception cref="StartupException">The database has migrations that this program does not know.</exception>
    public static void RefuseNewer(SchemaState schema, string name)
    {
        if (schema.Unknown.Count > 0)
        {
            throw new StartupException(
                $"The schema of {name} is newer than this program, which does not know its migration {schema.Unknown[^1]}. Nothing was changed: use the release that made it, or a later one.");
        }
    }
}
