using System.Xml.Linq;

namespace KpuSync.Architecture.Tests;

/// <summary>Dependencies point one way: Cli -> Client -> Rules -> Contracts, and Server -> Storage.Sqlite and Storage.Postgres -> Storage -> Core -> Rules.</summary>
public class DependencyTests
{
    private const string Contracts = "KpuSync.Contracts";
    private const string Rules = "KpuSync.Rules";
    private const string Forms = "KpuSync.Forms";
    private const string Core = "KpuSync.Core";
    private const string Storage = "KpuSync.Storage";
    private const string Sqlite = "KpuSync.Storage.Sqlite";
    private const string Postgres = "KpuSync.Storage.Postgres";
    private const string Console = "KpuSync.Console";
    private const string Server = "kpusync-server";
    private const string Client = "KpuSync.Client";
    private const string Samples = "KpuSync.Samples";
    private const string Cli = "kpusync";

    /// <summary>Each assembly of the product with those of the product that it may use.</summary>
    public static TheoryData<string, string[]> MayUse => new()
    {
        { Contracts, [] },
        { Rules, [Contracts] },
        { Forms, [Contracts, Rules] },
        { Core, [Contracts, Rules] },
        { Storage, [Contracts, Rules, Core] },
        { Sqlite, [Contracts, Rules, Core, Storage] },
        { Postgres, [Contracts, Rules, Core, Storage] },
        { Console, [Contracts, Rules, Forms, Core] },
        { Server, [Contracts, Rules, Core, Storage, Sqlite, Postgres, Console] },
        { Client, [Contracts, Rules] },
        { Samples, [Contracts, Rules] },
        { Cli, [Contracts, Rules, Forms, Client, Samples] },
    };

    /// <summary>Families of foreign assemblies, by the start of their names, with the only assemblies of the product that may use them.</summary>
    public static TheoryData<string, string[]> OnlyUsedBy => new()
    {
        // The stubs in Contracts need it; rules and decisions must run without any transport.
        { "Grpc.", [Contracts, Server, Client, Cli] },
        { "Microsoft.AspNetCore", [Server, Storage, Console] },
        { "Microsoft.EntityFrameworkCore", [Storage, Sqlite, Postgres, Server] },
        { "Microsoft.EntityFrameworkCore.Sqlite", [Sqlite] },
        { "Npgsql", [Postgres] },
        // The client keeps its outbox and baseline in a local file of its own.
        { "Microsoft.Data.Sqlite", [Sqlite, Client] },
        { "MudBlazor", [Console] },
        { "Spectre.Console", [Cli] },
    };

    [Theory]
    [MemberData(nameof(MayUse))]
    public void Assembly_OfTheProduct_UsesOnlyWhatLiesBelowIt(string assembly, string[] allowed) =>
        CompiledAssembly.ReferencesOf(assembly).Where(IsOurs).Except(allowed).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(OnlyUsedBy))]
    public void ForeignAssembly_Confined_IsUsedOnlyWhereItBelongs(string family, string[] allowed) =>
        Product.Where(assembly => CompiledAssembly.ReferencesOf(assembly).Any(name => name.StartsWith(family, StringComparison.Ordinal)))
            .Except(allowed).ShouldBeEmpty();

    // A reference that no code uses yet leaves no trace in the assembly, so the project files are read as well.
    [Fact]
    public void ProjectReferences_OfTheProduct_PointDownwards()
    {
        var allowed = MayUse.ToDictionary(row => (string)row[0], row => (string[])row[1]);
        var wrong =
            from project in ProductProjects()
            from used in ReferencedProjects(project)
            let assembly = AssemblyNameOf(project)
            where !allowed[assembly].Contains(AssemblyNameOf(used))
            select $"{project} -> {used}";

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void Projects_OfTheProduct_AreAllListedHere() =>
        ProductProjects().Select(AssemblyNameOf).ShouldBe(Product, ignoreOrder: true);

    private static IReadOnlyList<string> Product { get; } = MayUse.Select(row => (string)row[0]).ToList();

    private static bool IsOurs(string assembly) =>
        assembly.StartsWith("kpusync", StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<string> ProductProjects() =>
        Repository.Files("*.csproj").Where(path => path.StartsWith("src/", StringComparison.Ordinal) || path.StartsWith("clients/", StringComparison.Ordinal));

    private static IEnumerable<string> ReferencedProjects(string project) =>
        XDocument.Load(Repository.FullPath(project)).Descendants("ProjectReference")
            .Select(reference => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Repository.FullPath(project))!, reference.Attribute("Include")!.Value)))
            .Select(path => Path.GetRelativePath(Repository.Root.FullName, path));

    private static string AssemblyNameOf(string project) =>
        XDocument.Load(Repository.FullPath(project)).Descendants("AssemblyName").SingleOrDefault()?.Value ?? Path.GetFileNameWithoutExtension(project);
}
