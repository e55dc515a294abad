using System.Globalization;
using KpuSync.Client.Exports;
using KpuSync.Contracts.V1;
using KpuSync.Rules.Registry;

namespace KpuSync.Client.Items;

/// <summary>Reads the cells of one row, and collects what cannot be read.</summary>
/// <param name="columns">The columns.</param>
/// <param name="cellOf">The text of a cell, by its column's place; null if it holds a formula that was never calculated.</param>
/// <param name="faults">Where faults go; their field is the column's name.</param>
internal sealed class ItemCells(ColumnSet columns, Func<int, string?> cellOf, List<Violation> faults)
{
    private readonly HashSet<int> _uncalculated = [];

    /// <summary>A text; empty if there is none.</summary>
    public string Text(int column)
    {
        if (cellOf(column) is { } text)
            return text.Trim();
        if (_uncalculated.Add(column))
            Fault(FileRules.FormulaWithoutValue, column);
        return "";
    }

    /// <summary>An amount that must be there.</summary>
    public long Required(int column)
    {
        if (cellOf(column) is { } text && string.IsNullOrWhiteSpace(text))
            Fault(FieldRules.Required, column);
        return Amount(column) ?? 0;
    }

    /// <summary>An amount; null if the cell is empty or cannot be read.</summary>
    public long? Amount(int column)
    {
        var text = Text(column);
        if (text.Length == 0)
            return null;
        if (CellAmount.Read(text, out var amount) is not { } broken)
            return amount;
        Fault(broken, column);
        return null;
    }

    /// <summary>A count; 0 if the cell is empty.</summary>
    public int Count(int column)
    {
        var text = Text(column);
        if (text.Length == 0)
            return 0;
        if (CellAmount.Read(text, out var count) is null && count is >= int.MinValue and <= int.MaxValue)
            return (int)count;
        Fault(FileRules.NumberUnreadable, column);
        return 0;
    }

    /// <summary>A count that must be there, where 0 says something.</summary>
    public int RequiredCount(int column)
    {
        if (cellOf(column) is { } text && string.IsNullOrWhiteSpace(text))
            Fault(FieldRules.Required, column);
        return Count(column);
    }

    /// <summary>A month: <c>2026-10</c>, or a date cell of one of its days.</summary>
    public string Month(int column)
    {
        var text = Text(column);
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? text[..7] : text;
    }

    /// <summary>A day in one of the forms of the exports, as the contract writes it; empty if there is none.</summary>
    public string Day(int column)
    {
        switch (CellDate.Read(Text(column), out var day))
        {
            case CellDateKind.NotExisting:
                Fault(FileRules.DateNotExisting, column);
                break;
            case CellDateKind.Unreadable:
                Fault(FileRules.DateUnreadable, column);
                break;
        }

        return day;
    }

    /// <summary>A text as the contract wants it: upper case, single spaces.</summary>
    public string Upper(int column) => CellText.Normalise(Text(column));

    /// <summary>An identity number; a spreadsheet may have shortened it.</summary>
    public string Nik(int column)
    {
        var cell = CellNik.Clean(Text(column));
        if (!CellNik.IsSpreadsheetNumber(cell))
            return cell.ToString();
        Fault(FileRules.NikSpreadsheetNumber, column);
        return "";
    }

    /// <summary>One of the values that the column has; the default if the cell is empty.</summary>
    public TValue Code<TValue>(int column, IReadOnlyDictionary<string, TValue> values)
        where TValue : struct
    {
        var text = Upper(column);
        if (text.Length == 0)
            return default;
        if (values.TryGetValue(text, out var value))
            return value;
        faults.Add(FileRules.CodeUnknown.At(columns.Names[column], ("column", columns.Names[column]), ("allowed", string.Join(", ", values.Keys))));
        return default;
    }

    /// <summary>Something that another reader found wrong with a cell.</summary>
    public void Fault(Violation violation) => faults.Add(violation);

    private void Fault(Rule rule, int column) => faults.Add(rule.At(columns.Names[column], ("column", columns.Names[column])));
}
