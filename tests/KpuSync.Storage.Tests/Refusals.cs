using KpuSync.TestKit.Stores;

namespace KpuSync.Storage.Tests;

/// <summary>A database that refuses what a trigger sees, the first times.</summary>
internal static class Refusals
{
    public const string OfNewRegistrations = "TRIGGER refuse BEFORE INSERT ON registration";
    public const string OfNewRegistrationsAtTheCommit = "CONSTRAINT TRIGGER refuse AFTER INSERT ON registration DEFERRABLE INITIALLY DEFERRED";
    public const string OfSettledChanges = "TRIGGER refuse BEFORE UPDATE ON pending_change";

    // Counted by a sequence, which no rollback takes back.
    public static Task BeginAsync(TestCore core, string trigger, string state, int times) => core.ExecuteAsync(
        $"""
        CREATE SEQUENCE tries;
        CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $f$ BEGIN
            IF nextval('tries') <= {times} THEN RAISE EXCEPTION 'refused' USING ERRCODE = '{state}'; END IF;
            RETURN new;
        END $f$;
        CREATE {trigger} FOR EACH ROW EXECUTE FUNCTION refuse()
        """);

    public static Task<long> TriesAsync(TestCore core) => core.ScalarAsync<long>("SELECT last_value FROM tries");
}
