using System.Globalization;
using KpuSync.Samples.Files;
using KpuSync.Samples.People;
using KpuSync.Samples.Places;
using KpuSync.Samples.Truth;

namespace KpuSync.Samples;

/// <summary>An export in the making: the sheet, the register that must follow from it, and the account of both.</summary>
internal sealed class ExportFile : IDisposable
{
    private readonly OfficePlaces _places;
    private readonly int _round;
    private readonly ISheet _sheet;
    private readonly RegisterFile _register;
    private readonly List<PlantedRow> _planted = [];
    private readonly string _name;
    private readonly string _registerName;
    private int _entered;
    private int _changed;
    private int _removed;
    private int _broken;
    private int _unverified;

    public ExportFile(SampleOptions options, OfficePlaces places, int round, bool optionalColumns)
    {
        _places = places;
        _round = round;
        Layout = Layout.Of(places.Office);
        var suffix = round > 1 ? string.Create(CultureInfo.InvariantCulture, $"-{round}") : "";
        _name = $"pemilih-{places.Office}{suffix}.{(options.Format == SampleFormat.Xlsx ? "xlsx" : "csv")}";
        _registerName = $"register-{places.Office}{suffix}.txt";
        var columns = Columns.For(optionalColumns, Layout.OwnColumnOrder);
        var path = Path.Combine(options.Directory, _name);
        _sheet = options.Format == SampleFormat.Xlsx ? new XlsxSheet(path, columns) : new CsvSheet(path, Layout, columns);
        _register = new RegisterFile(Path.Combine(options.Directory, _registerName));
    }

    public Layout Layout { get; }

    /// <summary>The row being filled.</summary>
    public RowText Row { get; } = new();

    public IReadOnlyList<PlantedRow> Planted => _planted;

    /// <summary>Fills the row with the voter, ready to be altered.</summary>
    public void Fill(Voter voter) => RowFill.Fill(Row, voter, _places, Layout);

    public void WriteRow() => _sheet.Write(Row);

    /// <summary>A voter as it is: no KET.</summary>
    public void WriteState(Voter voter)
    {
        Fill(voter);
        WriteRow();
        Keep(voter);
        if (_round == 1)
            _entered++;
    }

    /// <summary>The voter is in the register after this export, as it was before.</summary>
    public void Keep(Voter voter) => _register.Add(voter, _places);

    /// <summary>The voter enters the register with this export.</summary>
    public void Enter(Voter voter)
    {
        Keep(voter);
        _entered++;
    }

    /// <summary>The voter's record changes with this export.</summary>
    public void Change(Voter voter)
    {
        Keep(voter);
        _changed++;
    }

    public void Remove() => _removed++;

    public void CountBroken() => _broken++;

    public void CountUnverified() => _unverified++;

    /// <summary>Lists the row that was written last.</summary>
    public void List(PlantedKind kind, Voter voter, Func<PlantedRow, PlantedRow>? more = null)
    {
        var row = new PlantedRow
        {
            Kind = kind,
            Round = _round,
            Office = _places.Office,
            File = _name,
            Row = _sheet.Row,
            Nik = NikText(voter.Nik),
        };
        _planted.Add(more is null ? row : more(row));
    }

    public static string NikText(long nik) => nik.ToString("D16", CultureInfo.InvariantCulture);

    public SampleExport Account() => new()
    {
        Office = _places.Office,
        OfficeName = _places.Name,
        Round = _round,
        File = _name,
        RegisterFile = _registerName,
        Rows = _sheet.Row - 1,
        Registered = _register.Count,
        Broken = _broken,
        Unverified = _unverified,
        Entered = _entered,
        Changed = _changed,
        Removed = _removed,
    };

    public void Dispose()
    {
        _sheet.Dispose();
        _register.Dispose();
    }
}
