using System.Globalization;
using KpuSync.Samples.Files;

namespace KpuSync.Samples.Planting;

/// <summary>Damages a row that was right.</summary>
internal static class BrokenRows
{
    /// <summary>The column that a person would have to mend; the row as a whole for a truncated one.</summary>
    public static Column? ColumnOf(BrokenKind kind) => kind switch
    {
        BrokenKind.BirthDateImpossible or BrokenKind.BirthDateFuture or BrokenKind.UnderAge => Column.BirthDate,
        BrokenKind.NkkFifteenDigits => Column.Nkk,
        BrokenKind.VillageUnknown => Column.Village,
        BrokenKind.DistrictUnknown => Column.District,
        BrokenKind.RowTruncated => null,
        BrokenKind.RtLetters => Column.Rt,
        BrokenKind.PollingStationTooLarge => Column.PollingStation,
        BrokenKind.SexUnknown => Column.Sex,
        BrokenKind.MaritalStatusUnknown => Column.Marital,
        BrokenKind.NameMissing => Column.Name,
        BrokenKind.DisabilityUnknown => Column.Disability,
        BrokenKind.KetUnknown => Column.Ket,
        _ => Column.Nik,
    };

    public static void Damage(RowText row, BrokenKind kind, Layout layout, DateOnly reference)
    {
        switch (kind)
        {
            case BrokenKind.RowTruncated:
                row.Truncate(7);
                break;
            case BrokenKind.UnderAge:
                row.Set(Column.BirthDate, reference.AddYears(-6), layout.DateFormat);
                row.Set(Column.Marital, "B");
                break;
            case BrokenKind.NikRepeated:
                break;
            default:
                row.Set(ColumnOf(kind)!.Value, TextFor(kind, row[Column.Nik].ToString(), row, layout));
                break;
        }
    }

    private static string TextFor(BrokenKind kind, string nik, RowText row, Layout layout) => kind switch
    {
        BrokenKind.BirthDateImpossible => Impossible(layout),
        BrokenKind.BirthDateFuture => new DateOnly(2099, 5, 17).ToString(layout.DateFormat, CultureInfo.InvariantCulture),
        BrokenKind.NikFifteenDigits => nik[..15],
        BrokenKind.NikLetters => nik[..12] + 'O' + nik[13..],
        BrokenKind.NikSpreadsheet => $"{nik[0]}.{nik[1..6]}E+15",
        BrokenKind.NikPlaceholder => "1111111111111111",
        BrokenKind.NikSerialZero => nik[..12] + "0000",
        BrokenKind.NkkFifteenDigits => row[Column.Nkk][..15].ToString(),
        BrokenKind.VillageUnknown => NearMiss(row[Column.Village]),
        BrokenKind.DistrictUnknown => layout.RegionsByCode ? row[Column.District][..4].ToString() + "99" : NearMiss(row[Column.District]),
        BrokenKind.RtLetters => "A1",
        BrokenKind.PollingStationTooLarge => "1001",
        BrokenKind.SexUnknown => "W",
        BrokenKind.MaritalStatusUnknown => "K",
        BrokenKind.NameMissing => "",
        BrokenKind.DisabilityUnknown => "9",
        _ => "Z",
    };

    // 31 February, in the office's own form.
    private static string Impossible(Layout layout) => layout.DateFormat
        .Replace("dd", "31", StringComparison.Ordinal)
        .Replace("MM", "02", StringComparison.Ordinal)
        .Replace("yyyy", "1990", StringComparison.Ordinal)
        .Replace("'", "", StringComparison.Ordinal);

    // A slip that leaves the right one easy to guess: a letter typed twice wrong, or a code of a village that was never numbered.
    private static string NearMiss(ReadOnlySpan<char> name)
    {
        if (char.IsAsciiDigit(name[0]))
            return name[..6].ToString() + "2999";
        var middle = name.Length / 2;
        return name[..middle].ToString() + "X" + name[middle..].ToString();
    }
}
