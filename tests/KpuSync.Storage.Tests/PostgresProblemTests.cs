using System.Net.Sockets;
using KpuSync.Storage.Postgres;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace KpuSync.Storage.Tests;

public sealed class PostgresProblemTests
{
    private const string Connection = "Host=db;Database=kpusync;Username=kpu;Password=rahasia";

    [Theory]
    [InlineData("28P01", false)]   // Wrong password.
    [InlineData("28000", false)]   // No such user, or pg_hba.conf.
    [InlineData("3D000", false)]   // No such database.
    [InlineData("42501", false)]   // A right is missing.
    [InlineData("53300", true)]    // Too many connections.
    [InlineData("57014", true)]    // statement_timeout.
    [InlineData("57P01", true)]    // An administrator stops it.
    [InlineData("57P03", true)]    // It is starting.
    [InlineData("08006", true)]    // The connection broke.
    public void Find_RefusalOfTheDatabase_SaysWhetherWaitingHelpsAndNoPassword(string state, bool mayPass)
    {
        var problem = PostgresProblem.Find(new DbUpdateException("EF wraps what it writes", RefusalOf(state)), Connection).ShouldNotBeNull();

        problem.MayPass.ShouldBe(mayPass);
        problem.Text.ShouldContain(state);
        problem.Text.ShouldNotContain("rahasia");
    }

    [Theory]
    [InlineData("26000", "prepared statement \"_p1\" does not exist")]
    [InlineData("42P05", "prepared statement \"_p1\" already exists")]
    [InlineData("08P01", "unsupported startup parameter: options")]
    public void Find_WhatAPoolerDoesNotKeep_SaysWhatToSet(string state, string message)
    {
        var problem = PostgresProblem.Find(new PostgresException(message, "ERROR", "ERROR", state), Connection).ShouldNotBeNull();

        problem.MayPass.ShouldBeFalse();
        problem.Text.ShouldContain("Max Auto Prepare=0");
    }

    // pgbouncer says so with the code of a broken protocol.
    [Fact]
    public void Find_PoolerWhoseDatabaseIsDown_MayPass() =>
        PostgresProblem.Find(new PostgresException("server login has been failing, try again later", "FATAL", "FATAL", "08P01"), Connection).ShouldNotBeNull().MayPass.ShouldBeTrue();

    [Theory]
    [InlineData("42P01")]   // A table is missing: a bug, not the database's state.
    [InlineData("23505")]   // A key is there twice.
    public void Find_RefusalOfAStatement_IsNoProblemOfTheDatabase(string state) => PostgresProblem.Find(RefusalOf(state), Connection).ShouldBeNull();

    [Fact]
    public void Find_NobodyThere_MayPass()
    {
        PostgresProblem.Find(new NpgsqlException("Failed to connect", new SocketException()), Connection).ShouldNotBeNull().MayPass.ShouldBeTrue();
        PostgresProblem.Find(new SocketException((int)SocketError.HostNotFound), Connection).ShouldNotBeNull().MayPass.ShouldBeTrue();
    }

    [Fact]
    public void Find_AllOfSeveralHostsDown_MayPass()
    {
        var down = new NpgsqlException("Failed to connect", new SocketException());

        PostgresProblem.Find(new NpgsqlException("No suitable host", new AggregateException(down, down)), Connection).ShouldNotBeNull().MayPass.ShouldBeTrue();
    }

    [Fact]
    public void Find_WhatTheDriverCannotDo_DoesNotPass() =>
        PostgresProblem.Find(new NpgsqlException("No password has been provided"), Connection).ShouldNotBeNull().MayPass.ShouldBeFalse();

    [Fact]
    public void Find_AnotherFailure_IsNoProblemOfTheDatabase() => PostgresProblem.Find(new InvalidOperationException("a bug"), Connection).ShouldBeNull();

    [Theory]
    [InlineData("Host=db;Database=kpusync;Password=rahasia", "kpusync on db:5432")]
    [InlineData("Host=a,b:6432;Database=kpusync", "kpusync on a,b:6432")]
    public void NameOf_Connection_IsDatabaseAndServer(string connection, string expected) => PostgresProblem.NameOf(connection).ShouldBe(expected);

    private static PostgresException RefusalOf(string state) => new("refused", "FATAL", "FATAL", state);
}
