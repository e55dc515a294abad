using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KpuSync.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class VotersComplete : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "decided_case",
                table: "registration",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "entered_as",
                table: "registration",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "case_member",
                columns: table => new
                {
                    nik = table.Column<long>(type: "INTEGER", nullable: false),
                    office = table.Column<string>(type: "TEXT", maxLength: 4, nullable: false),
                    case_id = table.Column<long>(type: "INTEGER", nullable: false),
                    held_position = table.Column<long>(type: "INTEGER", nullable: false),
                    held_index = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_case_member", x => new { x.nik, x.office, x.case_id, x.held_position, x.held_index });
                });

            migrationBuilder.CreateTable(
                name: "claim",
                columns: table => new
                {
                    office = table.Column<string>(type: "TEXT", maxLength: 4, nullable: false),
                    claim_id = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    nik = table.Column<long>(type: "INTEGER", nullable: false),
                    kind = table.Column<int>(type: "INTEGER", nullable: false),
                    claiming_office = table.Column<string>(type: "TEXT", maxLength: 4, nullable: false),
                    effective_day = table.Column<int>(type: "INTEGER", nullable: false),
                    state = table.Column<int>(type: "INTEGER", nullable: false),
                    claim_time_ms = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_claim", x => new { x.office, x.claim_id });
                });

            migrationBuilder.CreateTable(
                name: "different_people",
                columns: table => new
                {
                    first_nik = table.Column<long>(type: "INTEGER", nullable: false),
                    first_office = table.Column<string>(type: "TEXT", maxLength: 4, nullable: false),
                    second_nik = table.Column<long>(type: "INTEGER", nullable: false),
                    second_office = table.Column<string>(type: "TEXT", maxLength: 4, nullable: false),
                    case_id = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_different_people", x => new { x.first_nik, x.first_office, x.second_nik, x.second_office });
                });

            migrationBuilder.CreateTable(
                name: "duplicate_case",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    @class = table.Column<int>(name: "class", type: "INTEGER", nullable: false),
                    reach = table.Column<int>(type: "INTEGER", nullable: false),
                    state = table.Column<int>(type: "INTEGER", nullable: false),
                    body = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_duplicate_case", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "match_key",
                columns: table => new
                {
                    match_key = table.Column<long>(type: "INTEGER", nullable: false),
                    nik = table.Column<long>(type: "INTEGER", nullable: false),
                    office = table.Column<string>(type: "TEXT", maxLength: 4, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_match_key", x => new { x.match_key, x.nik, x.office });
                });

            migrationBuilder.CreateTable(
                name: "recap_period",
                columns: table => new
                {
                    office = table.Column<string>(type: "TEXT", maxLength: 4, nullable: false),
                    period = table.Column<string>(type: "TEXT", maxLength: 7, nullable: false),
                    position = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_recap_period", x => new { x.office, x.period });
                });

            migrationBuilder.CreateTable(
                name: "recap_tally",
                columns: table => new
                {
                    office = table.Column<string>(type: "TEXT", maxLength: 4, nullable: false),
                    day = table.Column<int>(type: "INTEGER", nullable: false),
                    village = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    polling_station = table.Column<int>(type: "INTEGER", nullable: false),
                    measure = table.Column<int>(type: "INTEGER", nullable: false),
                    sex = table.Column<int>(type: "INTEGER", nullable: false),
                    n = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_recap_tally", x => new { x.office, x.day, x.village, x.polling_station, x.measure, x.sex });
                });

            migrationBuilder.CreateTable(
                name: "scan_checkpoint",
                columns: table => new
                {
                    office = table.Column<string>(type: "TEXT", maxLength: 4, nullable: false),
                    position = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_scan_checkpoint", x => x.office);
                });

            migrationBuilder.CreateTable(
                name: "village_transfer",
                columns: table => new
                {
                    old_code = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    new_code = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    day = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_village_transfer", x => x.old_code);
                });

            migrationBuilder.CreateIndex(
                name: "ix_case_member_office",
                table: "case_member",
                columns: new[] { "office", "case_id" });

            migrationBuilder.CreateIndex(
                name: "ix_claim_nik",
                table: "claim",
                columns: new[] { "nik", "office" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "case_member");

            migrationBuilder.DropTable(
                name: "claim");

            migrationBuilder.DropTable(
                name: "different_people");

            migrationBuilder.DropTable(
                name: "duplicate_case");

            migrationBuilder.DropTable(
                name: "match_key");

            migrationBuilder.DropTable(
                name: "recap_period");

            migrationBuilder.DropTable(
                name: "recap_tally");

            migrationBuilder.DropTable(
                name: "scan_checkpoint");

            migrationBuilder.DropTable(
                name: "village_transfer");

            migrationBuilder.DropColumn(
                name: "decided_case",
                table: "registration");

            migrationBuilder.DropColumn(
                name: "entered_as",
                table: "registration");
        }
    }
}
