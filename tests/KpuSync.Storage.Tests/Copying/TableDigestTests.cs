using KpuSync.Storage.Copying;

namespace KpuSync.Storage.Tests.Copying;

public class TableDigestTests
{
    private static StoredValue Null => default;

    [Fact]
    public void Hash_RowsInAnotherOrder_IsTheSame() =>
        HashOf([Text("a"), Number(1)], [Text("b"), Number(2)]).ShouldBe(HashOf([Text("b"), Number(2)], [Text("a"), Number(1)]));

    [Fact]
    public void Hash_SameRowTwice_IsNotThatOfNone() => HashOf([Number(1)], [Number(1)]).ShouldNotBe(HashOf());

    // Values that a careless concatenation would make one.
    [Fact]
    public void Hash_WhatOnlyLooksAlike_Differs()
    {
        string[] hashes =
        [
            HashOf([Text("ab"), Text("c")]), HashOf([Text("a"), Text("bc")]), HashOf([Text("abc")]), HashOf([Text("a")], [Text("bc")]),
            HashOf([Null]), HashOf([Text("")]), HashOf([Bytes()]), HashOf([Number(0)]), HashOf([Text("a")]), HashOf([Bytes((byte)'a')]),
            HashOf([Null, Number(1)]), HashOf([Number(1), Null]), HashOf(),
        ];

        hashes.ShouldBeUnique();
    }

    private static string HashOf(params StoredValue[][] rows)
    {
        var digest = new TableDigest();
        foreach (var row in rows)
        {
            foreach (var value in row)
                digest.Add(value);
            digest.EndRow();
        }

        digest.Rows.ShouldBe(rows.Length);
        return digest.Hash;
    }

    private static StoredValue Text(string text) => new(text);

    private static StoredValue Number(long number) => new(number);

    private static StoredValue Bytes(params byte[] bytes) => new(bytes);
}
