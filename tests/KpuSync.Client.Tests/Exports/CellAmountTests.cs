using KpuSync.Client.Exports;

namespace KpuSync.Client.Tests.Exports;

/// <summary>Amounts as people write them: read when clear, otherwise named.</summary>
public class CellAmountTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("1234567", 1_234_567)]
    [InlineData("1.234.567", 1_234_567)]
    [InlineData("1,234,567", 1_234_567)]
    [InlineData("1 234 567", 1_234_567)]
    [InlineData("1\u00a0234\u00a0567", 1_234_567)]   // What a spreadsheet puts between groups.
    [InlineData("1,234,567.00", 1_234_567)]
    [InlineData("1.234.567,00", 1_234_567)]
    [InlineData("1234567.0", 1_234_567)]
    [InlineData("1.234", 1_234)]                      // Nobody writes a thousandth of a rupiah.
    [InlineData("Rp 1.234.567,-", 1_234_567)]
    [InlineData("Rp. 1.234.567,00", 1_234_567)]
    [InlineData("-5", -5)]                            // Read; a rule refuses it.
    [InlineData("9223372036854775807", long.MaxValue)]
    public void Read_Clear_IsRead(string cell, long expected)
    {
        CellAmount.Read(cell, out var amount).ShouldBeNull();
        amount.ShouldBe(expected);
    }

    [Theory]
    [InlineData("1,234.567", "AMOUNT_UNCLEAR")]
    [InlineData("1.234,567", "AMOUNT_UNCLEAR")]
    [InlineData("1.23.456", "AMOUNT_UNCLEAR")]
    [InlineData("1234.567", "AMOUNT_UNCLEAR")]
    [InlineData("1.234,567.00", "AMOUNT_UNCLEAR")]
    [InlineData(".567", "AMOUNT_UNCLEAR")]
    [InlineData("1.", "AMOUNT_UNCLEAR")]
    [InlineData("0.125", "AMOUNT_UNCLEAR")]           // An eighth, or 125 written with a zero too many.
    [InlineData("1 234 56", "AMOUNT_UNCLEAR")]
    [InlineData("512.1250", "AMOUNT_HAS_FRACTION")]   // What the reader makes of a spreadsheet's 512.125.
    [InlineData("1.234.567,50", "AMOUNT_HAS_FRACTION")]
    [InlineData("1234.5", "AMOUNT_HAS_FRACTION")]
    [InlineData("12 juta", "NUMBER_UNREADABLE")]
    [InlineData("1E+09", "NUMBER_UNREADABLE")]
    [InlineData("#REF!", "NUMBER_UNREADABLE")]
    [InlineData("-", "NUMBER_UNREADABLE")]
    [InlineData("9223372036854775808", "NUMBER_UNREADABLE")]
    public void Read_NotClear_IsNamed(string cell, string code) => CellAmount.Read(cell, out _)!.Code.ShouldBe(code);
}
