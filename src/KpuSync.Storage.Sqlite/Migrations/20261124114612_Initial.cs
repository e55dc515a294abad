using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KpuSync.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "access_trail",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CredentialId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Office = table.Column<string>(type: "TEXT", maxLength: 4, nullable: false),
                    Role = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Call = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Range = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    StartedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Entries = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_access_trail", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "credential",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Office = table.Column<string>(type: "TEXT", maxLength: 4, nullable: false),
                    Role = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    IssuedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ExpiresAt = table.Column<long>(type: "INTEGER", nullable: false),
                    RevokedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_credential", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "data_protection_key",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    FriendlyName = table.Column<string>(type: "TEXT", nullable: true),
                    Xml = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_data_protection_key", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "deployment",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_deployment", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ledger_entry",
                columns: table => new
                {
                    office = table.Column<string>(type: "TEXT", maxLength: 4, nullable: false),
                    position = table.Column<long>(type: "INTEGER", nullable: false),
                    kind = table.Column<int>(type: "INTEGER", nullable: false),
                    epoch = table.Column<long>(type: "INTEGER", nullable: false),
                    commit_time_ms = table.Column<long>(type: "INTEGER", nullable: false),
                    actor = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    digest = table.Column<byte[]>(type: "BLOB", nullable: false),
                    chain_hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    rule_set_version = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    region_catalogue_version = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    producer_id = table.Column<string>(type: "TEXT", maxLength: 36, nullable: true),
                    sequence = table.Column<long>(type: "INTEGER", nullable: true),
                    batch_id = table.Column<string>(type: "TEXT", maxLength: 36, nullable: true),
                    content_digest = table.Column<byte[]>(type: "BLOB", nullable: false),
                    payload = table.Column<byte[]>(type: "BLOB", nullable: false),
                    statuses = table.Column<byte[]>(type: "BLOB", nullable: false),
                    receipt = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ledger_entry", x => new { x.office, x.position });
                });

            migrationBuilder.CreateTable(
                name: "ledger_head",
                columns: table => new
                {
                    office = table.Column<string>(type: "TEXT", maxLength: 4, nullable: false),
                    position = table.Column<long>(type: "INTEGER", nullable: false),
                    epoch = table.Column<long>(type: "INTEGER", nullable: false),
                    chain_hash = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ledger_head", x => x.office);
                });

            migrationBuilder.CreateTable(
                name: "pending_change",
                columns: table => new
                {
                    office = table.Column<string>(type: "TEXT", maxLength: 4, nullable: false),
                    position = table.Column<long>(type: "INTEGER", nullable: false),
                    change_index = table.Column<int>(type: "INTEGER", nullable: false),
                    kind = table.Column<int>(type: "INTEGER", nullable: false),
                    state = table.Column<int>(type: "INTEGER", nullable: false),
                    nik = table.Column<long>(type: "INTEGER", nullable: true),
                    code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    settled_position = table.Column<long>(type: "INTEGER", nullable: true),
                    settled_index = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pending_change", x => new { x.office, x.position, x.change_index });
                });

            migrationBuilder.CreateTable(
                name: "producer",
                columns: table => new
                {
                    office = table.Column<string>(type: "TEXT", maxLength: 4, nullable: false),
                    producer_id = table.Column<string>(type: "TEXT", maxLength: 36, nullable: false),
                    last_sequence = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_producer", x => new { x.office, x.producer_id });
                });

            migrationBuilder.CreateTable(
                name: "registration",
                columns: table => new
                {
                    nik = table.Column<long>(type: "INTEGER", nullable: false),
                    office = table.Column<string>(type: "TEXT", maxLength: 4, nullable: false),
                    ground = table.Column<int>(type: "INTEGER", nullable: false),
                    position = table.Column<long>(type: "INTEGER", nullable: false),
                    change_index = table.Column<int>(type: "INTEGER", nullable: false),
                    effective_day = table.Column<int>(type: "INTEGER", nullable: false),
                    verified = table.Column<bool>(type: "INTEGER", nullable: false),
                    record = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_registration", x => new { x.nik, x.office });
                });

            migrationBuilder.CreateTable(
                name: "signing_key",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    SealedKey = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_signing_key", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "ux_ledger_entry_batch_id",
                table: "ledger_entry",
                columns: new[] { "office", "producer_id", "batch_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_ledger_entry_sequence",
                table: "ledger_entry",
                columns: new[] { "office", "producer_id", "sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_pending_change_open_hold",
                table: "pending_change",
                columns: new[] { "office", "nik" },
                filter: "kind = 1 AND state = 1");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "access_trail");

            migrationBuilder.DropTable(
                name: "credential");

            migrationBuilder.DropTable(
                name: "data_protection_key");

            migrationBuilder.DropTable(
                name: "deployment");

            migrationBuilder.DropTable(
                name: "ledger_entry");

            migrationBuilder.DropTable(
                name: "ledger_head");

            migrationBuilder.DropTable(
                name: "pending_change");

            migrationBuilder.DropTable(
                name: "producer");

            migrationBuilder.DropTable(
                name: "registration");

            migrationBuilder.DropTable(
                name: "signing_key");
        }
    }
}
