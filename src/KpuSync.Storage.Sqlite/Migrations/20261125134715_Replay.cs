using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KpuSync.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Replay : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "attempts",
                table: "pending_change",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "commit_time_ms",
                table: "pending_change",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.CreateTable(
                name: "failed_job",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 36, nullable: false),
                    office_range = table.Column<string>(type: "TEXT", maxLength: 4, nullable: false),
                    state = table.Column<int>(type: "INTEGER", nullable: false),
                    create_time_ms = table.Column<long>(type: "INTEGER", nullable: false),
                    cursor_office = table.Column<string>(type: "TEXT", maxLength: 4, nullable: true),
                    cursor_position = table.Column<long>(type: "INTEGER", nullable: false),
                    cursor_index = table.Column<int>(type: "INTEGER", nullable: false),
                    body = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_failed_job", x => x.id);
                });

            migrationBuilder.Sql(
                """
                UPDATE pending_change SET commit_time_ms =
                    (SELECT e.commit_time_ms FROM ledger_entry e WHERE e.office = pending_change.office AND e.position = pending_change.position)
                """);

            migrationBuilder.CreateIndex(
                name: "ix_pending_change_parked",
                table: "pending_change",
                columns: new[] { "state", "office", "position", "code", "commit_time_ms" },
                filter: "kind = 2");

            migrationBuilder.CreateIndex(
                name: "ix_failed_job_create_time",
                table: "failed_job",
                column: "create_time_ms");

            migrationBuilder.CreateIndex(
                name: "ix_failed_job_running",
                table: "failed_job",
                column: "state",
                filter: "state = 1");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "failed_job");

            migrationBuilder.DropIndex(
                name: "ix_pending_change_parked",
                table: "pending_change");

            migrationBuilder.DropColumn(
                name: "attempts",
                table: "pending_change");

            migrationBuilder.DropColumn(
                name: "commit_time_ms",
                table: "pending_change");
        }
    }
}
