using KpuSync.Client.Exports;
using KpuSync.Client.State;
using KpuSync.Rules.Regions;
using KpuSync.Rules.Values;

namespace KpuSync.Client.Delta;

/// <summary>
/// Keeps a voter from counting as gone because of a mistake in its row: a NIK with a digit missing is a mistake, not a removal.
/// </summary>
internal sealed class GoneGuard(BaselineTable table)
{
    private const int NikEditsMax = 2;
    // Each is compared with every voter that is gone.
    private const int SimilarMax = 100;

    private readonly HashSet<int> _protected = [];
    private readonly List<string> _similar = [];

    /// <summary>
    /// Rows that may mean anybody: without a number or row id to go by, or beyond what can be compared with everybody. While there are any, nobody counts as
    /// gone, rather than somebody whose row is only mistyped.
    /// </summary>
    public int Unidentified { get; private set; }

    /// <summary>Protects whoever a faulty row may mean: by a NIK that stands somewhere in it, by its row id, or by a number that is nearly a NIK.</summary>
    public void Protect(ExportRow row)
    {
        var isKnown = false;
        for (var field = 0; field < row.FieldCount; field++)
            isKnown |= ProtectNumbersIn(row[field]);
        if (table.FindActiveByDpid(VoterState.DpidNumber(row[ExportColumn.Dpid].Trim())) is >= 0 and var known)
        {
            _protected.Add(known);
            isKnown = true;
        }

        var nik = CellNik.Clean(row[ExportColumn.Nik]);
        var digits = CellNik.IsSpreadsheetNumber(nik)
            ? string.Concat(nik[..nik.IndexOfAny('E', 'e')].ToString().Where(char.IsAsciiDigit))
            : string.Concat(nik.ToString().Where(char.IsAsciiDigit));
        if (isKnown)
            return;
        if (digits.Length >= 6 && _similar.Count < SimilarMax)
            _similar.Add(digits);
        else
            Unidentified++;
    }

    public bool Protects(int index)
    {
        if (Unidentified > 0 || _protected.Contains(index))
            return true;
        if (_similar.Count == 0)
            return false;
        var nik = Nik.FromTrusted(table.NikOf(index)).ToFullText();
        return _similar.Exists(digits => digits.Length < 14
            ? nik.StartsWith(digits, StringComparison.Ordinal)
            : EditDistance.Between(digits, nik) <= NikEditsMax);
    }

    private bool ProtectNumbersIn(ReadOnlySpan<char> text)
    {
        var found = false;
        while (!text.IsEmpty)
        {
            var start = text.IndexOfAnyInRange('0', '9');
            if (start < 0)
                return found;
            text = text[start..];
            var length = text.IndexOfAnyExceptInRange('0', '9');
            length = length < 0 ? text.Length : length;
            if (Nik.TryParse(text[..length], out var nik) && table.Find(nik.Value) is >= 0 and var index)
            {
                _protected.Add(index);
                found = true;
            }

            text = text[length..];
        }

        return found;
    }
}
