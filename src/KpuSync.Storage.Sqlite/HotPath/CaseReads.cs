using KpuSync.Contracts.V1;
using KpuSync.Core.Claims;
using KpuSync.Core.Duplicates;
using KpuSync.Core.Register;
using KpuSync.Rules.Values;

namespace KpuSync.Storage.Sqlite.HotPath;

/// <summary>The look-ups of the scanner, over prepared statements of one connection.</summary>
internal sealed class CaseReads(Statements statements)
{
    public Dictionary<OfficeCode, long> Checkpoints()
    {
        var checkpoints = new Dictionary<OfficeCode, long>();
        using var row = statements.Checkpoints.Query();
        while (row.Read())
            checkpoints.Add(OfficeCode.FromTrusted(row.GetString(0)), row.GetInt64(1));
        return checkpoints;
    }

    public List<Registration> RegistrationsOf(IReadOnlyCollection<Nik> niks)
    {
        var registrations = new List<Registration>(niks.Count);
        var statement = statements.RegistrationsOfNik;
        foreach (var nik in niks)
        {
            statement[0] = nik.Value;
            using var row = statement.Query();
            while (row.Read())
                registrations.Add(SqliteSession.RegistrationOf(OfficeCode.FromTrusted(row.GetString(0)), nik, row, first: 1));
        }

        return registrations;
    }

    public List<Registration> RegistrationsAt(IReadOnlyCollection<RegistrationKey> keys)
    {
        var registrations = new List<Registration>(keys.Count);
        var statement = statements.Registration;
        foreach (var key in keys)
        {
            statement[0] = key.Nik.Value;
            statement[1] = key.Office.Value;
            using var row = statement.Query();
            if (row.Read())
                registrations.Add(SqliteSession.RegistrationOf(key.Office, key.Nik, row, first: 0));
        }

        return registrations;
    }

    public List<KeyBlock> BlocksOf(IReadOnlyCollection<long> keys, int blockMax)
    {
        var blocks = new List<KeyBlock>(keys.Count);
        var statement = statements.Block;
        statement[1] = blockMax + 1;
        foreach (var key in keys)
        {
            statement[0] = key;
            var members = new List<RegistrationKey>();
            using var row = statement.Query();
            while (row.Read())
                members.Add(new RegistrationKey(Nik.FromTrusted(row.GetInt64(0)), OfficeCode.FromTrusted(row.GetString(1))));
            blocks.Add(KeyBlock.Of(key, members, blockMax));
        }

        return blocks;
    }

    public List<DuplicateCase> CasesOf(IReadOnlyCollection<RegistrationKey> sides)
    {
        var ids = new SortedSet<long>();
        var statement = statements.CasesOfSide;
        foreach (var side in sides)
        {
            statement[0] = side.Nik.Value;
            statement[1] = side.Office.Value;
            using var row = statement.Query();
            while (row.Read())
                ids.Add(row.GetInt64(0));
        }

        return [.. ids.Select(id => FindCase(id)!)];
    }

    public DuplicateCase? FindCase(long caseId)
    {
        var statement = statements.Case;
        statement[0] = caseId;
        using var row = statement.Query();
        return row.Read() ? DuplicateCase.Parser.ParseFrom(row.GetBytes(0)) : null;
    }

    public long NextCaseId()
    {
        using var row = statements.LastCase.Query();
        row.Read();
        return row.GetInt64(0) + 1;
    }

    public HashSet<(RegistrationKey First, RegistrationKey Second)> DifferentPeople(IReadOnlyCollection<(RegistrationKey First, RegistrationKey Second)> pairs)
    {
        var different = new HashSet<(RegistrationKey, RegistrationKey)>();
        var statement = statements.DifferentPeople;
        foreach (var (first, second) in pairs)
        {
            statement[0] = first.Nik.Value;
            statement[1] = first.Office.Value;
            statement[2] = second.Nik.Value;
            statement[3] = second.Office.Value;
            using var row = statement.Query();
            if (row.Read())
                different.Add((first, second));
        }

        return different;
    }

    public List<StoredClaim> ClaimsOn(IReadOnlyCollection<Nik> niks)
    {
        var claims = new List<StoredClaim>();
        var statement = statements.ClaimsOnNik;
        foreach (var nik in niks)
        {
            statement[0] = nik.Value;
            using var row = statement.Query();
            while (row.Read())
                claims.Add(ClaimOf(row));
        }

        return claims;
    }

    public StoredClaim? FindClaim(OfficeCode owner, string claimId)
    {
        var statement = statements.Claim;
        statement[0] = owner.Value;
        statement[1] = claimId;
        using var row = statement.Query();
        return row.Read() ? ClaimOf(row) : null;
    }

    private static StoredClaim ClaimOf(Statement.Rows row) => new(
        OfficeCode.FromTrusted(row.GetString(0)),
        row.GetString(1),
        Nik.FromTrusted(row.GetInt64(2)),
        (ClaimKind)row.GetInt32(3),
        OfficeCode.FromTrusted(row.GetString(4)),
        DateOnly.FromDayNumber(row.GetInt32(5)),
        (ClaimState)row.GetInt32(6),
        row.GetInt64(7));
}
