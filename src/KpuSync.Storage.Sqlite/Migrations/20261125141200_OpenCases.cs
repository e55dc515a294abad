using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KpuSync.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class OpenCases : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "ix_duplicate_case_open",
                table: "duplicate_case",
                columns: new[] { "class", "reach" },
                filter: "state = 1");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_duplicate_case_open",
                table: "duplicate_case");
        }
    }
}
