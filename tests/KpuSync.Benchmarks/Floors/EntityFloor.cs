using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace KpuSync.Benchmarks.Floors;

/// <summary>What EF Core's own <c>SaveChanges</c> gives: new rows, a context for each transaction.</summary>
internal sealed class EntityFloor(DbConnection connection, FloorTable table, bool isPostgres) : IFloor
{
    public async Task WriteAsync(IReadOnlyList<FloorRow> rows)
    {
        await using var context = new Context(connection, table, isPostgres);
        context.AddRange(rows);
        await context.SaveChangesAsync();
    }

    public ValueTask DisposeAsync() => connection.DisposeAsync();

    private sealed class Context(DbConnection connection, FloorTable table, bool isPostgres) : DbContext
    {
        protected override void OnConfiguring(DbContextOptionsBuilder options)
        {
            if (isPostgres)
                options.UseNpgsql(connection);
            else
                options.UseSqlite(connection);
        }

        protected override void OnModelCreating(ModelBuilder model) => model.Entity<FloorRow>(row =>
        {
            row.ToTable(table.Name);
            row.HasKey(r => new { r.Nik, r.Office });
            row.Ignore(r => r.Keys);
            row.Ignore(r => r.KeyCount);
            row.Property(r => r.Nik).HasColumnName("nik").ValueGeneratedNever();
            row.Property(r => r.Office).HasColumnName("office");
            row.Property(r => r.Position).HasColumnName("position");
            row.Property(r => r.Index).HasColumnName("change_index");
            row.Property(r => r.EffectiveDay).HasColumnName("effective_day");
            row.Property(r => r.EnteredAs).HasColumnName("entered_as");
            row.Property(r => r.Record).HasColumnName("record");
        });
    }
}
