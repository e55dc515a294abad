using KpuSync.Storage.Postgres;
using Npgsql;

namespace KpuSync.Storage.Tests;

/// <summary>What a connection string leaves open is filled in, and what it says stays.</summary>
public class PostgresConnectionsTests
{
    [Theory]
    [InlineData("", 100, true)]
    [InlineData(";Max Auto Prepare=0", 0, true)]
    [InlineData(";maxautoprepare=7", 7, true)]
    [InlineData(";No Reset On Close=false", 100, false)]
    public void Complete_WhatIsLeftOpen_IsFilledIn(string said, int prepared, bool noReset)
    {
        var text = new NpgsqlConnectionStringBuilder(PostgresConnections.Complete("Host=db.example.org;Database=kpusync" + said));
        (text.MaxAutoPrepare, text.NoResetOnClose, text.ApplicationName).ShouldBe((prepared, noReset, "kpusync"));
    }

    [Theory]
    [InlineData("Host=h;Database=d;Maximum Pool Size=1", "two are needed")]
    [InlineData("Database=d", "Host")]
    [InlineData("Host=h;Database=d;Pooling=false", null)]
    public void ProblemOf_WhatCannotWork_IsNamed(string connection, string? problem) =>
        (PostgresConnections.ProblemOf(connection) ?? "").ShouldContain(problem ?? "");
}
