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
    private const int SimilarMax = 1_000;

    private readonly HashSet<int> _protected = [];
    private readonly List<string> _similar = [];

    // More mistakes than can be compared with everybody: then nobody counts as gone, rather than somebody whose row is only mistyped.
    private bool _overflowed;

    /// <summary>Protects whoever a faulty row may mean: by a NIK that stands somewhere in it, by its row id, or by a number that is nearly a NIK.</summary>
    public void Protect(ExportRow row)
    {
        for (var field = 0; field < row.FieldCount; field++)
            ProtectNumbersIn(row[field]);
        if (table.FindActiveByDpid(VoterState.DpidNumber(row[ExportColumn.Dpid].Trim())) is >= 0 and var known)
            _protected.Add(known);
        var nik = CellNik.Clean(row[ExportColumn.Nik]);
        var digits = CellNik.IsSpreadsheetNumber(nik)
            ? string.Concat(nik[..nik.IndexOfAny('E', 'e')].ToString().Where(char.IsAsciiDigit))
            : string.Concat(nik.ToString().Where(char.IsAsciiDigit));
        if (digits.Length < 6)
            return;
        if (_similar.Count < SimilarMax)
            _similar.Add(digits);
        else
            _overflowed = true;
    }

    public bool Protects(int index)
    {
        if (_overflowed || _protected.Contains(index))
            return true;
        if (_similar.Count == 0)
            return false;
        var nik = Nik.FromTrusted(table[index].Nik).ToFullText();
        return _similar.Exists(digits => digits.Length < 14
            ? nik.StartsWith(digits, StringComparison.Ordinal)
            : EditDistance.Between(digits, nik) <= NikEditsMax);
    }

    private void ProtectNumbersIn(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            var start = text.IndexOfAnyInRange('0', '9');
            if (start < 0)
                return;
            text = text[start..];
            var length = text.IndexOfAnyExceptInRange('0', '9');
            length = length < 0 ? text.Length : length;
            if (Nik.TryParse(text[..length], out var nik) && table.Find(nik.Value) is >= 0 and var index)
                _protected.Add(index);
            text = text[length..];
        }
    }
}
