using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace KpuSync.Storage.Postgres.Migrations
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
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    CredentialId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    Office = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: false, collation: "C"),
                    Role = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    Call = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    Range = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    StartedAt = table.Column<long>(type: "bigint", nullable: false),
                    EndedAt = table.Column<long>(type: "bigint", nullable: true),
                    Entries = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_access_trail", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "case_member",
                columns: table => new
                {
                    nik = table.Column<long>(type: "bigint", nullable: false),
                    office = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: false, collation: "C"),
                    case_id = table.Column<long>(type: "bigint", nullable: false),
                    held_position = table.Column<long>(type: "bigint", nullable: false),
                    held_index = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_case_member", x => new { x.nik, x.office, x.case_id, x.held_position, x.held_index });
                });

            migrationBuilder.CreateTable(
                name: "claim",
                columns: table => new
                {
                    office = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: false, collation: "C"),
                    claim_id = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    nik = table.Column<long>(type: "bigint", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    claiming_office = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: false, collation: "C"),
                    effective_day = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    claim_time_ms = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_claim", x => new { x.office, x.claim_id });
                });

            migrationBuilder.CreateTable(
                name: "credential",
                columns: table => new
                {
                    Id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    Office = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: false, collation: "C"),
                    Role = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    Party = table.Column<int>(type: "integer", nullable: true),
                    Note = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    IssuedAt = table.Column<long>(type: "bigint", nullable: false),
                    ExpiresAt = table.Column<long>(type: "bigint", nullable: false),
                    RevokedAt = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_credential", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "data_protection_key",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    FriendlyName = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Xml = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_data_protection_key", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "deployment",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false),
                    Name = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_deployment", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "different_people",
                columns: table => new
                {
                    first_nik = table.Column<long>(type: "bigint", nullable: false),
                    first_office = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: false, collation: "C"),
                    second_nik = table.Column<long>(type: "bigint", nullable: false),
                    second_office = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: false, collation: "C"),
                    case_id = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_different_people", x => new { x.first_nik, x.first_office, x.second_nik, x.second_office });
                });

            migrationBuilder.CreateTable(
                name: "duplicate_case",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    @class = table.Column<int>(name: "class", type: "integer", nullable: false),
                    reach = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    body = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_duplicate_case", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "failed_job",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(36)", maxLength: 36, nullable: false, collation: "C"),
                    office_range = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: false, collation: "C"),
                    state = table.Column<int>(type: "integer", nullable: false),
                    create_time_ms = table.Column<long>(type: "bigint", nullable: false),
                    cursor_office = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: true, collation: "C"),
                    cursor_position = table.Column<long>(type: "bigint", nullable: false),
                    cursor_index = table.Column<int>(type: "integer", nullable: false),
                    body = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_failed_job", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "ledger_entry",
                columns: table => new
                {
                    office = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: false, collation: "C"),
                    position = table.Column<long>(type: "bigint", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    epoch = table.Column<long>(type: "bigint", nullable: false),
                    commit_time_ms = table.Column<long>(type: "bigint", nullable: false),
                    actor = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    digest = table.Column<byte[]>(type: "bytea", nullable: false),
                    chain_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    rule_set_version = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false, collation: "C"),
                    region_catalogue_version = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false, collation: "C"),
                    producer_id = table.Column<string>(type: "character varying(36)", maxLength: 36, nullable: true, collation: "C"),
                    sequence = table.Column<long>(type: "bigint", nullable: true),
                    batch_id = table.Column<string>(type: "character varying(36)", maxLength: 36, nullable: true, collation: "C"),
                    content_digest = table.Column<byte[]>(type: "bytea", nullable: false),
                    payload = table.Column<byte[]>(type: "bytea", nullable: false),
                    statuses = table.Column<byte[]>(type: "bytea", nullable: false),
                    receipt = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ledger_entry", x => new { x.office, x.position });
                });

            migrationBuilder.CreateTable(
                name: "ledger_head",
                columns: table => new
                {
                    office = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: false, collation: "C"),
                    position = table.Column<long>(type: "bigint", nullable: false),
                    epoch = table.Column<long>(type: "bigint", nullable: false),
                    chain_hash = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ledger_head", x => x.office);
                });

            migrationBuilder.CreateTable(
                name: "match_key",
                columns: table => new
                {
                    match_key = table.Column<long>(type: "bigint", nullable: false),
                    nik = table.Column<long>(type: "bigint", nullable: false),
                    office = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_match_key", x => new { x.match_key, x.nik, x.office });
                });

            migrationBuilder.CreateTable(
                name: "office_item",
                columns: table => new
                {
                    office = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: false, collation: "C"),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    item_key = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    version = table.Column<int>(type: "integer", nullable: false),
                    position = table.Column<long>(type: "bigint", nullable: false),
                    change_index = table.Column<int>(type: "integer", nullable: false),
                    record = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_office_item", x => new { x.office, x.kind, x.item_key, x.version });
                });

            migrationBuilder.CreateTable(
                name: "party_member",
                columns: table => new
                {
                    nik = table.Column<long>(type: "bigint", nullable: false),
                    office = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: false, collation: "C"),
                    party_number = table.Column<int>(type: "integer", nullable: false),
                    card_number = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    position = table.Column<long>(type: "bigint", nullable: false),
                    change_index = table.Column<int>(type: "integer", nullable: false),
                    removed = table.Column<int>(type: "integer", nullable: false),
                    was_not_eligible = table.Column<bool>(type: "boolean", nullable: false),
                    occupation = table.Column<int>(type: "integer", nullable: false),
                    birth_day = table.Column<int>(type: "integer", nullable: false),
                    marital_status = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_party_member", x => new { x.nik, x.office, x.party_number, x.card_number });
                });

            migrationBuilder.CreateTable(
                name: "pending_change",
                columns: table => new
                {
                    office = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: false, collation: "C"),
                    position = table.Column<long>(type: "bigint", nullable: false),
                    change_index = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    nik = table.Column<long>(type: "bigint", nullable: true),
                    commit_time_ms = table.Column<long>(type: "bigint", nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    item_kind = table.Column<int>(type: "integer", nullable: true),
                    item_key = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true, collation: "C"),
                    code = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    settled_position = table.Column<long>(type: "bigint", nullable: true),
                    settled_index = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pending_change", x => new { x.office, x.position, x.change_index });
                });

            migrationBuilder.CreateTable(
                name: "producer",
                columns: table => new
                {
                    office = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: false, collation: "C"),
                    producer_id = table.Column<string>(type: "character varying(36)", maxLength: 36, nullable: false, collation: "C"),
                    last_sequence = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_producer", x => new { x.office, x.producer_id });
                });

            migrationBuilder.CreateTable(
                name: "recap_period",
                columns: table => new
                {
                    office = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: false, collation: "C"),
                    period = table.Column<string>(type: "character varying(7)", maxLength: 7, nullable: false, collation: "C"),
                    position = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_recap_period", x => new { x.office, x.period });
                });

            migrationBuilder.CreateTable(
                name: "recap_tally",
                columns: table => new
                {
                    office = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: false, collation: "C"),
                    day = table.Column<int>(type: "integer", nullable: false),
                    village = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false, collation: "C"),
                    polling_station = table.Column<int>(type: "integer", nullable: false),
                    measure = table.Column<int>(type: "integer", nullable: false),
                    sex = table.Column<int>(type: "integer", nullable: false),
                    n = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_recap_tally", x => new { x.office, x.day, x.village, x.polling_station, x.measure, x.sex });
                });

            migrationBuilder.CreateTable(
                name: "region_overlay",
                columns: table => new
                {
                    code = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false, collation: "C"),
                    number = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    imported_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_region_overlay", x => new { x.code, x.number });
                });

            migrationBuilder.CreateTable(
                name: "registration",
                columns: table => new
                {
                    nik = table.Column<long>(type: "bigint", nullable: false),
                    office = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: false, collation: "C"),
                    ground = table.Column<int>(type: "integer", nullable: false),
                    position = table.Column<long>(type: "bigint", nullable: false),
                    change_index = table.Column<int>(type: "integer", nullable: false),
                    effective_day = table.Column<int>(type: "integer", nullable: false),
                    verified = table.Column<bool>(type: "boolean", nullable: false),
                    decided_case = table.Column<long>(type: "bigint", nullable: true),
                    entered_as = table.Column<int>(type: "integer", nullable: false),
                    record = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_registration", x => new { x.nik, x.office });
                });

            migrationBuilder.CreateTable(
                name: "scan_checkpoint",
                columns: table => new
                {
                    office = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: false, collation: "C"),
                    position = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_scan_checkpoint", x => x.office);
                });

            migrationBuilder.CreateTable(
                name: "signing_key",
                columns: table => new
                {
                    Id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    SealedKey = table.Column<byte[]>(type: "bytea", nullable: false),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_signing_key", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "village_transfer",
                columns: table => new
                {
                    old_code = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false, collation: "C"),
                    new_code = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false, collation: "C"),
                    day = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_village_transfer", x => x.old_code);
                });

            migrationBuilder.CreateTable(
                name: "work_lease",
                columns: table => new
                {
                    work = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false, collation: "C"),
                    holder = table.Column<Guid>(type: "uuid", nullable: false),
                    ends_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_work_lease", x => x.work);
                });

            migrationBuilder.CreateIndex(
                name: "ix_case_member_office",
                table: "case_member",
                columns: new[] { "office", "case_id" });

            migrationBuilder.CreateIndex(
                name: "ix_claim_nik",
                table: "claim",
                columns: new[] { "nik", "office" });

            migrationBuilder.CreateIndex(
                name: "ix_duplicate_case_open",
                table: "duplicate_case",
                columns: new[] { "class", "reach" },
                filter: "state = 1");

            migrationBuilder.CreateIndex(
                name: "ix_failed_job_create_time",
                table: "failed_job",
                column: "create_time_ms");

            migrationBuilder.CreateIndex(
                name: "ix_failed_job_running",
                table: "failed_job",
                column: "state",
                filter: "state = 1");

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
                name: "ix_party_member_list",
                table: "party_member",
                columns: new[] { "office", "party_number", "nik" });

            migrationBuilder.CreateIndex(
                name: "ix_pending_change_open_hold",
                table: "pending_change",
                columns: new[] { "office", "nik" },
                filter: "kind = 1 AND state = 1");

            migrationBuilder.CreateIndex(
                name: "ix_pending_change_open_item_hold",
                table: "pending_change",
                columns: new[] { "office", "item_kind", "item_key" },
                filter: "kind = 1 AND state = 1 AND item_key IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_pending_change_parked",
                table: "pending_change",
                columns: new[] { "state", "office", "position", "code", "commit_time_ms" },
                filter: "kind = 2");

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
                name: "access_trail");

            migrationBuilder.DropTable(
                name: "case_member");

            migrationBuilder.DropTable(
                name: "claim");

            migrationBuilder.DropTable(
                name: "credential");

            migrationBuilder.DropTable(
                name: "data_protection_key");

            migrationBuilder.DropTable(
                name: "deployment");

            migrationBuilder.DropTable(
                name: "different_people");

            migrationBuilder.DropTable(
                name: "duplicate_case");

            migrationBuilder.DropTable(
                name: "failed_job");

            migrationBuilder.DropTable(
                name: "ledger_entry");

            migrationBuilder.DropTable(
                name: "ledger_head");

            migrationBuilder.DropTable(
                name: "match_key");

            migrationBuilder.DropTable(
                name: "office_item");

            migrationBuilder.DropTable(
                name: "party_member");

            migrationBuilder.DropTable(
                name: "pending_change");

            migrationBuilder.DropTable(
                name: "producer");

            migrationBuilder.DropTable(
                name: "recap_period");

            migrationBuilder.DropTable(
                name: "recap_tally");

            migrationBuilder.DropTable(
                name: "region_overlay");

            migrationBuilder.DropTable(
                name: "registration");

            migrationBuilder.DropTable(
                name: "scan_checkpoint");

            migrationBuilder.DropTable(
                name: "signing_key");

            migrationBuilder.DropTable(
                name: "village_transfer");

            migrationBuilder.DropTable(
                name: "work_lease");
        }
    }
}
