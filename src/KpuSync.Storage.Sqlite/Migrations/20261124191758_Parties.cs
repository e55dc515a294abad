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

            migrationBuilder.CreateTable(
                name: "party_member",
                columns: table => new
                {
                    nik = table.Column<long>(type: "INTEGER", nullable: false),
                    office = table.Column<string>(type: "TEXT", maxLength: 4, nullable: false),
                    party_number = table.Column<int>(type: "INTEGER", nullable: false),
                    card_number = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    position = table.Column<long>(type: "INTEGER", nullable: false),
                    change_index = table.Column<int>(type: "INTEGER", nullable: false),
                    removed = table.Column<int>(type: "INTEGER", nullable: false),
                    was_not_eligible = table.Column<bool>(type: "INTEGER", nullable: false),
                    occupation = table.Column<int>(type: "INTEGER", nullable: false),
                    birth_day = table.Column<int>(type: "INTEGER", nullable: false),
                    marital_status = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_party_member", x => new { x.nik, x.office, x.party_number, x.card_number });
                });

            migrationBuilder.CreateIndex(
                name: "ix_pending_change_open_item_hold",
                table: "pending_change",
                columns: new[] { "office", "item_kind", "item_key" },
                filter: "kind = 1 AND state = 1 AND item_key IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_party_member_list",
                table: "party_member",
                columns: new[] { "office", "party_number", "nik" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "party_member");

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
