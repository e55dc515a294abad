using KpuSync.Client.Exports;

namespace KpuSync.Client.Tests.Exports;

public class CellTests
{
    [Theory]
    [InlineData("12|01|1987", "1987-01-12")]
    [InlineData("12-01-1987", "1987-01-12")]
    [InlineData("12/01/1987", "1987-01-12")]
    [InlineData("1987-01-12", "1987-01-12")]
    [InlineData(" 1|2|1987 ", "1987-02-01")] // Leading zeros get lost in spreadsheets.
    [InlineData("29|02|2000", "2000-02-29")]
    [InlineData("1987-01-12 00:00:00", "1987-01-12")] // A spreadsheet adds midnight.
    public void ReadDate_KnownForm_IsIso(string cell, string iso)
    {
        CellDate.Read(cell, out var read).ShouldBe(CellDateKind.Read);
        read.ShouldBe(iso);
    }

    [Theory]
    [InlineData("31|02|1990")]
    [InlineData("29-02-1900")]
    [InlineData("00|01|1990")]
    [InlineData("01|13|1990")]
    public void ReadDate_DayThatDoesNotExist_IsNotExisting(string cell) => CellDate.Read(cell, out _).ShouldBe(CellDateKind.NotExisting);

    [Theory]
    [InlineData("12 Januari 1987")]
    [InlineData("12|01|87")] // Two-digit years are ambiguous for people over 100.
    [InlineData("31789")] // A spreadsheet's day count.
    [InlineData("١٢|٠١|١٩٨٧")] // Digits, but not ASCII ones.
    [InlineData("1987-012-1")]
    public void ReadDate_OtherForm_IsUnreadable(string cell) => CellDate.Read(cell, out _).ShouldBe(CellDateKind.Unreadable);

    [Theory]
    [InlineData("520101120118700", "NIK_MALFORMED")] // 15 digits.
    [InlineData("52010112018700A1", "NIK_MALFORMED")]
    [InlineData("٥201011201870001", "NIK_MALFORMED")] // A digit, but not an ASCII one.
    [InlineData("5201011201870000", "NIK_SERIAL_ZERO")]
    [InlineData("1111111111111111", "NIK_PLACEHOLDER")]
    [InlineData("0000000000000000", "NIK_PLACEHOLDER")]
    [InlineData("5.20101E+15", "NIK_SPREADSHEET_NUMBER")]
    [InlineData("5,20101E+15", "NIK_SPREADSHEET_NUMBER")]
    [InlineData("", "CELL_EMPTY")]
    [InlineData("0", "NIK_MALFORMED")]
    public void FaultOfNik_EachMistake_HasItsOwnCode(string cell, string code) => CellNik.FaultOf(cell, "voter_upsert.voter.nik", "NIK").Code.ShouldBe(code);

    [Theory]
    [InlineData("  siti   aminah ", "SITI AMINAH")]
    [InlineData("JALAN\nMAWAR\t2", "JALAN MAWAR 2")]
    [InlineData("A\u00A0B", "A B")] // A no-break space, from web pages.
    [InlineData("'=1+1", "=1+1")] // Our own guard against formulas, taken off again.
    [InlineData("'5201", "5201")]
    [InlineData("D'ARC", "D'ARC")]
    [InlineData("", "")]
    public void Normalise_Text_IsUpperCaseWithSingleSpaces(string cell, string text) => CellText.Normalise(cell).ShouldBe(text);
}
