using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KpuSync.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Parties : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "item_key",
                table: "pending_change",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "item_kind",
                table: "pending_change",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Party",
                table: "credential",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_pending_change_open_item_hold",
                table: "pending_change",
                columns: new[] { "office", "item_kind", "item_key" },
                filter: "kind = 1 AND state = 1 AND item_key IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_pending_change_open_item_hold",
                table: "pending_change");

            migrationBuilder.DropColumn(
                name: "item_key",
                table: "pending_change");

            migrationBuilder.DropColumn(
                name: "item_kind",
                table: "pending_change");

            migrationBuilder.DropColumn(
                name: "Party",
                table: "credential");
        }
    }
}
