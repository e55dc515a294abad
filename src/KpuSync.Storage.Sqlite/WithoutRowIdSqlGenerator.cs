using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace KpuSync.Storage.Sqlite;

/// <summary>Makes the tables that are looked up by their key alone <c>WITHOUT ROWID</c>: rows lie in key order, in one tree instead of two.</summary>
/// <remarks>Not the ledger: its rows are large, and those are better off beside a rowid.</remarks>
public sealed class WithoutRowIdSqlGenerator(
    MigrationsSqlGeneratorDependencies dependencies, IRelationalAnnotationProvider annotations)
    : SqliteMigrationsSqlGenerator(dependencies, annotations)
{
    private static readonly HashSet<string> ClusteredTables =
    [
        "registration", "pending_change", "producer", "ledger_head", "case_member", "different_people", "match_key", "scan_checkpoint", "claim",
        "recap_tally", "recap_period", "village_transfer", "office_item", "party_member", "region_overlay",
    ];

    /// <inheritdoc/>
    protected override void Generate(CreateTableOperation operation, IModel? model, MigrationCommandListBuilder builder, bool terminate = true)
    {
        ArgumentNullException.ThrowIfNull(operation);
        ArgumentNullException.ThrowIfNull(builder);
        base.Generate(operation, model, builder, terminate: false);
        if (ClusteredTables.Contains(operation.Name))
            builder.Append(" WITHOUT ROWID");
        if (!terminate)
            return;
        builder.AppendLine(Dependencies.SqlGenerationHelper.StatementTerminator);
        EndStatement(builder);
    }
}
