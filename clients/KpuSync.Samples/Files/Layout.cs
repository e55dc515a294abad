using System.Globalization;
using System.Text;

namespace KpuSync.Samples.Files;

/// <summary>How an office's own system writes its exports. It follows from the office's code, so that every form occurs.</summary>
internal sealed record Layout
{
    public required char Separator { get; init; }

    /// <summary>UTF-8, or Latin-1: what Windows-1252 is for every letter that occurs in these names.</summary>
    public required Encoding Encoding { get; init; }

    public required bool ByteOrderMark { get; init; }

    public required string LineEnd { get; init; }

    /// <summary>.NET format of dates.</summary>
    public required string DateFormat { get; init; }

    /// <summary>Districts and villages by 6- and 10-digit code, else by name.</summary>
    public required bool RegionsByCode { get; init; }

    /// <summary>Columns in another order than the published one.</summary>
    public required bool OwnColumnOrder { get; init; }

    public static Layout Of(string office)
    {
        var number = int.Parse(office, CultureInfo.InvariantCulture);
        var latin = number % 4 == 2;
        return new Layout
        {
            Separator = number % 2 == 1 ? ',' : ';',
            Encoding = latin ? Encoding.Latin1 : new UTF8Encoding(false),
            ByteOrderMark = number % 4 == 3,
            LineEnd = number % 3 == 0 ? "\n" : "\r\n",
            DateFormat = (number % 3) switch { 0 => "dd'|'MM'|'yyyy", 1 => "yyyy'-'MM'-'dd", _ => "dd'-'MM'-'yyyy" },
            RegionsByCode = number % 5 is 0 or 3,
            OwnColumnOrder = number % 7 == 1,
        };
    }
}
