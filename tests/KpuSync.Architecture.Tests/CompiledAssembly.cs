using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace KpuSync.Architecture.Tests;

/// <summary>What a built assembly refers to, read from its metadata without loading it.</summary>
internal static class CompiledAssembly
{
    public static IReadOnlyList<string> ReferencesOf(string assemblyName)
    {
        using var file = new PEReader(File.OpenRead(Path.Combine(AppContext.BaseDirectory, assemblyName + ".dll")));
        var metadata = file.GetMetadataReader();
        return metadata.AssemblyReferences
            .Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))
            .Order(StringComparer.Ordinal)
            .ToList();
    }
}
