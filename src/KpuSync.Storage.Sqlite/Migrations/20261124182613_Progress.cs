using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KpuSync.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Progress : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "office_item",
                columns: table => new
                {
                    office = table.Column<string>(type: "TEXT", maxLength: 4, nullable: false),
                    kind = table.Column<int>(type: "INTEGER", nullable: false),
                    item_key = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    position = table.Column<long>(type: "INTEGER", nullable: false),
                    change_index = table.Column<int>(type: "INTEGER", nullable: false),
                    record = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_office_item", x => new { x.office, x.kind, x.item_key, x.version });
                });

            migrationBuilder.CreateIndex(
                name: "ix_registration_verified",
                table: "registration",
                column: "office",
                filter: "verified AND ground = 0");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "office_item");

            migrationBuilder.DropIndex(
                name: "ix_registration_verified",
                table: "registration");
        }
    }
}
