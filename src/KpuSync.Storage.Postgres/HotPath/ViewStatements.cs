using KpuSync.Core.Items;
using KpuSync.Core.Parties;
using KpuSync.Core.Recap;
using KpuSync.Core.Register;
using KpuSync.Rules.Values;

namespace KpuSync.Storage.Postgres.HotPath;

/// <summary>What writes a changed view: one statement for each table, whatever the number of rows.</summary>
internal static class ViewStatements
{
    private static readonly string[] Rebuilt = ["registration", "office_item", "party_member", "pending_change", "recap_tally"];

    public static IReadOnlyList<Statement> Of(OfficeView view)
    {
        var statements = new List<Statement>();
        var changed = view.ChangedRegistrations.ToList();
        AddIfAny(statements, [.. changed.Where(c => c.Registration is null && c.IsStored).Select(c => c.Nik.Value)], niks => Delete(view.Office, niks));
        AddIfAny(statements, [.. changed.Where(c => !c.IsStored).Select(c => c.Registration).OfType<Registration>()], Add);
        AddIfAny(statements, [.. changed.Where(c => c.IsStored).Select(c => c.Registration).OfType<Registration>()], Replace);
        AddIfAny(statements, [.. view.AddedItems.OrderBy(i => i.Key)], Add);
        AddIfAny(statements, MembersOf(view), Put);
        AddIfAny(statements, [.. view.ChangedPending], Put);
        AddIfAny(statements, view.TakeTallies(), tallies => Add(view.Office, tallies));
        var periods = view.ChangedPeriods.ToList();
        AddIfAny(statements, [.. periods.Where(p => p.Closed is null).Select(p => p.Period.ToString())], open => Reopen(view.Office, open));
        AddIfAny(statements, [.. periods.Select(p => p.Closed).OfType<ClosedPeriod>()], Close);
        return statements;
    }

    /// <summary>Takes out all that a rebuild writes anew.</summary>
    public static IReadOnlyList<Statement> Clear(OfficeCode office) =>
        [.. Rebuilt.Select(table => new Statement($"DELETE FROM {table} WHERE office = $1", office.Value))];

    private static void AddIfAny<T>(List<Statement> statements, IReadOnlyList<T> rows, Func<IReadOnlyList<T>, Statement> statementOf)
    {
        if (rows.Count > 0)
            statements.Add(statementOf(rows));
    }

    private static Statement Delete(OfficeCode office, IReadOnlyList<long> niks) =>
        new("DELETE FROM registration WHERE office = $1 AND nik = ANY ($2)", office.Value, niks.ToArray());

    // Under the office's lock nobody else can have added them; and to be ready for a conflict costs the database a quarter of its time.
    private static Statement Add(IReadOnlyList<Registration> rows) => new(
        $"INSERT INTO registration ({Rows.Registration}) SELECT * FROM unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)", ColumnsOf(rows));

    private static Statement Replace(IReadOnlyList<Registration> rows) => new(
        $"""
        UPDATE registration SET ground = now.ground, position = now.position, change_index = now.change_index, effective_day = now.effective_day,
            verified = now.verified, decided_case = now.decided_case, entered_as = now.entered_as, record = now.record
        FROM unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) AS now ({Rows.Registration})
        WHERE registration.nik = now.nik AND registration.office = now.office COLLATE "C"
        """,
        ColumnsOf(rows));

    private static object[] ColumnsOf(IReadOnlyList<Registration> rows) =>
    [
        Columns.Of(rows, r => r.Nik.Value), Columns.Of(rows, r => r.Office.Value), Columns.Of(rows, r => (int)r.Ground), Columns.Of(rows, r => r.Position), Columns.Of(rows, r => r.Index),
        Columns.Of(rows, r => r.EffectiveDate.DayNumber), Columns.Of(rows, r => r.Verified), Columns.Of(rows, r => r.DecidedCase), Columns.Of(rows, r => (int)r.EnteredAs),
        Columns.Of(rows, r => r.Record),
    ];

    private static Statement Add(IReadOnlyList<Item> rows) => new(
        $"INSERT INTO office_item ({Rows.Item}) SELECT * FROM unnest($1, $2, $3, $4, $5, $6, $7)",
        Columns.Of(rows, r => r.Office.Value), Columns.Of(rows, r => (int)r.Key.Kind), Columns.Of(rows, r => r.Key.Key), Columns.Of(rows, r => r.Position), Columns.Of(rows, r => r.Index),
        Columns.Of(rows, r => r.Version), Columns.Of(rows, r => r.Record));

    // The place of the first entry stays: of two in one list the later one is the double.
    private static Statement Put(IReadOnlyList<ListedMember> rows) => new(
        """
        INSERT INTO party_member (nik, office, party_number, card_number, position, change_index, removed, was_not_eligible, occupation, birth_day, marital_status)
        SELECT * FROM unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
        ON CONFLICT (nik, office, party_number, card_number) DO UPDATE SET removed = excluded.removed,
            was_not_eligible = party_member.was_not_eligible OR excluded.was_not_eligible, occupation = excluded.occupation, birth_day = excluded.birth_day,
            marital_status = excluded.marital_status
        """,
        Columns.Of(rows, r => r.Nik.Value), Columns.Of(rows, r => r.Office.Value), Columns.Of(rows, r => r.Party), Columns.Of(rows, r => r.Card), Columns.Of(rows, r => r.Position),
        Columns.Of(rows, r => r.Index), Columns.Of(rows, r => (int)r.Removed), Columns.Of(rows, r => r.WasNotEligible), Columns.Of(rows, r => (int)r.Occupation),
        Columns.Of(rows, r => r.BirthDate.DayNumber), Columns.Of(rows, r => (int)r.MaritalStatus));

    // Of several versions of one place only the last is written, with what it keeps of those before: a statement may touch a row once.
    private static List<ListedMember> MembersOf(OfficeView view) => [.. view.AddedItems.Where(i => i.Key.Kind is ItemKind.PartyMember).Select(ListedMember.Of)
        .GroupBy(m => (m.Nik, m.Party, m.Card)).Select(versions => versions.Aggregate((before, now) => now.After(before))).OrderBy(m => m.Nik)];

    private static Statement Put(IReadOnlyList<PendingChange> rows) => new(
        $"""
        INSERT INTO pending_change ({Rows.Pending}) SELECT * FROM unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
        ON CONFLICT (office, position, change_index) DO UPDATE SET kind = excluded.kind, state = excluded.state, code = excluded.code,
            settled_position = excluded.settled_position, settled_index = excluded.settled_index, attempts = excluded.attempts
        """,
        Columns.Of(rows, r => r.Office.Value), Columns.Of(rows, r => r.Position), Columns.Of(rows, r => r.Index), Columns.Of(rows, r => (int)r.Kind), Columns.Of(rows, r => (int)r.State),
        Columns.Of(rows, r => r.Nik?.Value), Columns.Of(rows, r => (int?)r.Item?.Kind), Columns.Of(rows, r => r.Item?.Key), Columns.Of(rows, r => r.Code),
        Columns.Of(rows, r => r.SettledPosition), Columns.Of(rows, r => r.SettledIndex), Columns.Of(rows, r => r.TimeMilliseconds), Columns.Of(rows, r => r.Attempts));

    private static Statement Add(OfficeCode office, IReadOnlyList<Tally> rows) => new(
        """
        INSERT INTO recap_tally (office, day, village, polling_station, measure, sex, n)
        SELECT $1, * FROM unnest($2, $3, $4, $5, $6, $7)
        ON CONFLICT (office, day, village, polling_station, measure, sex) DO UPDATE SET n = recap_tally.n + excluded.n
        """,
        office.Value, Columns.Of(rows, r => r.Key.Day.DayNumber), Columns.Of(rows, r => r.Key.VillageCode), Columns.Of(rows, r => r.Key.PollingStation),
        Columns.Of(rows, r => (int)r.Key.Measure), Columns.Of(rows, r => (int)r.Key.Sex), Columns.Of(rows, r => r.Count));

    private static Statement Reopen(OfficeCode office, IReadOnlyList<string> periods) =>
        new("DELETE FROM recap_period WHERE office = $1 AND period = ANY ($2)", office.Value, periods.ToArray());

    private static Statement Close(IReadOnlyList<ClosedPeriod> rows) => new(
        """
        INSERT INTO recap_period (office, period, position) SELECT * FROM unnest($1, $2, $3)
        ON CONFLICT (office, period) DO UPDATE SET position = excluded.position
        """,
        Columns.Of(rows, r => r.Office.Value), Columns.Of(rows, r => r.Period.ToString()), Columns.Of(rows, r => r.Position));
}
