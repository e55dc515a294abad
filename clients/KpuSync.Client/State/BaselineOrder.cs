using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;

namespace KpuSync.Client.State;

/// <summary>The baseline as the database has it after a comparison, in the order of the export that was compared.</summary>
internal static class BaselineOrder
{
    // Rows of the export whose voters are put in order at once: 40 MB.
    private const int SliceRows = 1_000_000;

    /// <summary>Reads all of it anew; voters whom the export does not have come last.</summary>
    public static void Anew(BaselineTable table, SqliteConnection connection, BaselineReader.Take take)
    {
        var last = 0;
        for (var i = 0; i < table.Count; i++)
            last = Math.Max(last, table.SeenOf(i).Row);
        var left = BaselineReader.Count(connection);
        var (rows, entries) = (new List<int>(), new List<BaselineTable.Entry>());
        for (var first = 1; first <= last; first += SliceRows)
        {
            rows.Clear();
            entries.Clear();
            BaselineReader.ReadAll(connection, (in BaselineTable.Entry read) =>
            {
                var row = RowOf(table, read.Nik);
                if (row < first || row >= first + SliceRows)
                    return;
                rows.Add(row);
                entries.Add(read);
            });
            CollectionsMarshal.AsSpan(rows).Sort(CollectionsMarshal.AsSpan(entries));
            foreach (ref readonly var entry in CollectionsMarshal.AsSpan(entries))
                take(entry);
            left -= entries.Count;
        }

        // A complete export has everybody.
        if (left == 0)
            return;
        BaselineReader.ReadAll(connection, (in BaselineTable.Entry read) =>
        {
            if (RowOf(table, read.Nik) == 0)
                take(read);
        });
    }

    /// <summary>Takes over the table, which stands in the order of the export already: only these voters are read anew.</summary>
    public static void Patched(BaselineTable table, SqliteConnection connection, IReadOnlyCollection<long> changed, BaselineReader.Take take)
    {
        var anew = BaselineReader.ReadOf(connection, changed);
        var added = table.KnownCount;
        for (var i = 0; i < table.KnownCount; i++)
        {
            if (table.SeenOf(i).Row is > 0 and var row)
                TakeAdded(row);
            ref readonly var known = ref table[i];
            if (anew.Remove(known.Nik, out var entry))
                TakePresent(entry);
            else
                take(known);
        }

        TakeAdded(int.MaxValue);
        foreach (var entry in anew.Values)
            TakePresent(entry);

        // Voters who are new stand between the others, as in the export.
        void TakeAdded(int before)
        {
            for (; added < table.Count && table.SeenOf(added).Row < before; added++)
            {
                if (anew.Remove(table.NikOf(added), out var entry))
                    TakePresent(entry);
            }
        }

        void TakePresent(BaselineTable.Entry? entry)
        {
            if (entry is { } present)
                take(present);
        }
    }

    // The first row of the export that has this voter; 0 if none has.
    private static int RowOf(BaselineTable table, long nik) => table.Find(nik) is >= 0 and var index ? table.SeenOf(index).Row : 0;
}
