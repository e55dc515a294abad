using KpuSync.Storage.Postgres;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace KpuSync.Storage.Tests;

/// <summary>Citus itself is not here: that the places fit the model is shown on the model, what Citus is told as text.</summary>
public sealed class DistributionTests : IDisposable
{
    private readonly KpuSyncDbContext _context = new DesignTimeContextFactory().CreateDbContext([]);

    public void Dispose() => _context.Dispose();

    [Fact]
    public void Tables_OfTheModel_HaveOnePlaceEach() =>
        Distribution.Distributed.Select(t => t.Name).Concat(Distribution.Reference).Order().ShouldBe(_context.Model.GetEntityTypes().Select(e => e.GetTableName()!).Order());

    [Fact]
    public void Keys_OfDistributedTables_ContainTheDistributionColumn()
    {
        foreach (var table in Distribution.Distributed)
        {
            var entity = EntityOf(table);
            IEnumerable<IReadOnlyList<IProperty>> unique = [.. entity.GetKeys().Select(k => k.Properties), .. entity.GetIndexes().Where(i => i.IsUnique).Select(i => i.Properties)];
            foreach (var key in unique)
                key.Select(p => p.GetColumnName()).ShouldContain(table.Column, $"a key of {table.Name}");
        }
    }

    [Fact]
    public void Columns_OfAGroup_HaveOneType()
    {
        foreach (var group in Distribution.Distributed.GroupBy(t => t.Group))
        {
            var types = group.Select(t => EntityOf(t).GetProperties().Single(p => p.GetColumnName() == t.Column).GetColumnType());
            types.Distinct().Count().ShouldBe(1, group.Key);
        }
    }

    // Citus keeps none between tables of different groups.
    [Fact]
    public void Tables_OfTheModel_HaveNoForeignKeys() => _context.Model.GetEntityTypes().SelectMany(e => e.GetForeignKeys()).ShouldBeEmpty();

    [Fact]
    public void Statements_OfAllTables_NameGroupsByTheirFirst()
    {
        Distribution.Statements.Count.ShouldBe(Distribution.Distributed.Count + Distribution.Reference.Count);
        Distribution.Statements.ShouldContain(
            "SELECT create_reference_table('deployment') WHERE NOT EXISTS (SELECT FROM pg_dist_partition WHERE logicalrelid = 'deployment'::regclass)");
        Distribution.Statements.ShouldContain(
            "SELECT create_distributed_table('ledger_head', 'office', colocate_with => 'none') WHERE NOT EXISTS (SELECT FROM pg_dist_partition WHERE logicalrelid = 'ledger_head'::regclass)");
        Distribution.Statements.ShouldContain(
            "SELECT create_distributed_table('different_people', 'first_nik', colocate_with => 'registration') "
            + "WHERE NOT EXISTS (SELECT FROM pg_dist_partition WHERE logicalrelid = 'different_people'::regclass)");
    }

    private IEntityType EntityOf(DistributedTable table) => _context.Model.GetEntityTypes().Single(e => e.GetTableName() == table.Name);
}
