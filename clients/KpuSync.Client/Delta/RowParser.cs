using System.Globalization;
using KpuSync.Client.Exports;
using KpuSync.Contracts.V1;
using KpuSync.Rules.Regions;
using KpuSync.Rules.Registry;
using KpuSync.Rules.Values;
using KpuSync.Rules.Voters;

namespace KpuSync.Client.Delta;

/// <summary>Reads what a row says. What the contract can express is passed on for the rules to judge; what it cannot is a fault of the row.</summary>
internal sealed class RowParser(RegionCatalogue regions, string office, RowLayout layout)
{
    private const string VoterPath = "voter_upsert.voter.";

    private readonly VillageFinder _villages = new(regions, office);
    private readonly Lazy<OfficeFinder> _offices = new(() => new OfficeFinder(regions));

    /// <summary>Reads a row into <paramref name="parsed"/>; adds what cannot be expressed to <paramref name="faults"/>.</summary>
    public void Parse(ExportRow row, ParsedRow parsed, List<Violation> faults)
    {
        var nik = CellNik.Clean(row[ExportColumn.Nik]);
        if (!Nik.TryParse(nik, out _))
            faults.Add(CellNik.FaultOf(nik, VoterPath + "nik", Header(ExportColumn.Nik)));
        parsed.Nik = nik.ToString();
        parsed.Ket = KetOf(row, faults);
        parsed.EffectiveDate = DateOf(row, ExportColumn.EffectiveDate, "effective_date", faults);
        parsed.Correction = ChangePlace.TryParse(row[ExportColumn.Correction].Trim(), out var place) ? place : null;
        parsed.PreviousOffice = PreviousOfficeOf(row, parsed, faults);
        if (parsed.Ket is { Kind: KetKind.Removal or KetKind.PollingStationWrong })
            return;

        parsed.Voter = VoterOf(row, parsed.Nik, faults);
        parsed.OldNik = OldNikOf(row, faults);
        parsed.DecidedCase = DecidedCaseOf(row, faults);
        parsed.MovedIn = parsed.PreviousOffice.Length > 0 || MovedInOf(row, faults);
        parsed.Verification = VerificationOf(row, faults);
    }

    private string Header(ExportColumn column) => layout.HeaderOf(column);

    private static KetCode? KetOf(ExportRow row, List<Violation> faults)
    {
        var cell = row[ExportColumn.Ket].Trim();
        if (cell.IsEmpty || cell is "0" or "-")
            return null;
        if (!KetCodes.Current.TryGet(cell, out var ket))
            faults.Add(FileRules.KetUnknown.At("voter_upsert.reason", ("version", KetCodes.Current.Version), ("allowed", KetCodes.Current.Allowed)));
        return ket;
    }

    private VoterRecord VoterOf(ExportRow row, string nik, List<Violation> faults)
    {
        var (village, villageFault) = _villages.Find(row[ExportColumn.District], row[ExportColumn.Village]);
        if (villageFault is not null)
            faults.Add(villageFault);
        var dpid = CellText.Normalise(row[ExportColumn.Dpid]);
        return new VoterRecord
        {
            Nik = nik,
            Nkk = NkkOf(row, faults),
            Name = CellText.Normalise(row[ExportColumn.Name]),
            Sex = SexOf(row, faults),
            BirthPlace = CellText.Normalise(row[ExportColumn.BirthPlace]),
            BirthDate = DateOf(row, ExportColumn.BirthDate, VoterPath + "birth_date", faults),
            MaritalStatus = MaritalStatusOf(row, faults),
            Address = CellText.Normalise(row[ExportColumn.Address]),
            Rt = NumberOf(row, ExportColumn.Rt, "rt", faults),
            Rw = NumberOf(row, ExportColumn.Rw, "rw", faults),
            VillageCode = village,
            PollingStation = NumberOf(row, ExportColumn.PollingStation, "polling_station", faults),
            Disability = DisabilityOf(row, faults),
            ElectronicCard = ElectronicCardOf(row, faults),
            Dpid = dpid.AsSpan().IndexOfAnyExcept('0') < 0 ? "" : dpid,
            Source = CellText.Normalise(row[ExportColumn.Source]),
        };
    }

    private string NkkOf(ExportRow row, List<Violation> faults)
    {
        var cell = CellNik.Clean(row[ExportColumn.Nkk]);
        if (!CellNik.IsSpreadsheetNumber(cell))
            return cell.ToString();
        faults.Add(FileRules.NikSpreadsheetNumber.At(VoterPath + "nkk", ("column", Header(ExportColumn.Nkk))));
        return "";
    }

    private string OldNikOf(ExportRow row, List<Violation> faults)
    {
        var cell = CellNik.Clean(row[ExportColumn.OldNik]);
        if (cell.IsEmpty)
            return "";
        if (!Nik.TryParse(cell, out _))
            faults.Add(CellNik.FaultOf(cell, "voter_nik_change.old_nik", Header(ExportColumn.OldNik)));
        return cell.ToString();
    }

    private Sex SexOf(ExportRow row, List<Violation> faults) => Code(row, ExportColumn.Sex, VoterPath + "sex", "L, P", faults) switch
    {
        "L" => Sex.Male,
        "P" => Sex.Female,
        _ => Sex.Unspecified,
    };

    private MaritalStatus MaritalStatusOf(ExportRow row, List<Violation> faults) =>
        Code(row, ExportColumn.MaritalStatus, VoterPath + "marital_status", "B, S, P", faults) switch
        {
            "B" => MaritalStatus.NotMarried,
            "S" => MaritalStatus.Married,
            "P" => MaritalStatus.OnceMarried,
            _ => MaritalStatus.Unspecified,
        };

    private ElectronicCard ElectronicCardOf(ExportRow row, List<Violation> faults) =>
        Code(row, ExportColumn.ElectronicCard, VoterPath + "electronic_card", "S, B", faults) switch
        {
            "S" => ElectronicCard.Held,
            "B" => ElectronicCard.NotYet,
            _ => ElectronicCard.Unspecified,
        };

    private Disability DisabilityOf(ExportRow row, List<Violation> faults) =>
        Code(row, ExportColumn.Disability, VoterPath + "disability", "0, 1, 2, 3, 4, 5, 6", faults) is { Length: 1 } digit
            ? Disability.None + (digit[0] - '0')
            : Disability.None;

    // An empty code passes as "not given": the rules say whether that is allowed.
    private string Code(ExportRow row, ExportColumn column, string path, string allowed, List<Violation> faults)
    {
        var cell = row[column].Trim();
        if (cell.IsEmpty)
            return "";
        if (cell.Length == 1)
        {
            var upper = char.ToUpperInvariant(cell[0]);
            if (upper != ',' && upper != ' ' && allowed.Contains(upper, StringComparison.Ordinal))
                return upper.ToString();
        }

        faults.Add(FileRules.CodeUnknown.At(path, ("column", Header(column)), ("allowed", allowed)));
        return "";
    }

    private int NumberOf(ExportRow row, ExportColumn column, string field, List<Violation> faults)
    {
        var cell = CellText.Unguarded(row[column].Trim());
        if (cell.IsEmpty || cell is "-")
            return 0;
        if (int.TryParse(cell, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            return number;
        faults.Add(FileRules.NumberUnreadable.At(VoterPath + field, ("column", Header(column))));
        return 0;
    }

    private string DateOf(ExportRow row, ExportColumn column, string path, List<Violation> faults)
    {
        var kind = CellDate.Read(row[column], out var iso);
        if (kind == CellDateKind.Unreadable)
            faults.Add(FileRules.DateUnreadable.At(path, ("column", Header(column))));
        else if (kind == CellDateKind.NotExisting)
            faults.Add(FileRules.DateNotExisting.At(path, ("column", Header(column))));
        return iso;
    }

    private string PreviousOfficeOf(ExportRow row, ParsedRow parsed, List<Violation> faults)
    {
        var cell = row[ExportColumn.PreviousOffice].Trim();
        if (cell.IsEmpty)
            return "";
        if (_offices.Value.Find(cell) is { } code)
            return code == office && parsed.Ket is { Kind: KetKind.Removal } ? "" : code; // A removal of the own voter, said at length.
        faults.Add(FileRules.CodeUnknown.At(
            "voter_upsert.previous_office_code", ("column", Header(ExportColumn.PreviousOffice)), ("allowed", "5201, 52.01, KABUPATEN LOMBOK BARAT ...")));
        return "";
    }

    private long DecidedCaseOf(ExportRow row, List<Violation> faults)
    {
        var cell = row[ExportColumn.DecidedCase].Trim();
        if (cell.IsEmpty)
            return 0;
        if (long.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            return id;
        faults.Add(FileRules.NumberUnreadable.At("voter_upsert.decided_case_id", ("column", Header(ExportColumn.DecidedCase))));
        return 0;
    }

    private bool MovedInOf(ExportRow row, List<Violation> faults)
    {
        var cell = row[ExportColumn.NewKind].Trim();
        if (cell.IsEmpty || cell.StartsWith("PEMULA", StringComparison.OrdinalIgnoreCase))
            return false;
        if (cell.StartsWith("PINDAH", StringComparison.OrdinalIgnoreCase))
            return true;
        faults.Add(FileRules.CodeUnknown.At("voter_upsert.reason", ("column", Header(ExportColumn.NewKind)), ("allowed", "PEMULA, PINDAH MASUK")));
        return false;
    }

    private Verification? VerificationOf(ExportRow row, List<Violation> faults)
    {
        var method = CellText.Normalise(row[ExportColumn.VerificationMethod]);
        var officer = CellText.Normalise(row[ExportColumn.VerificationOfficer]);
        var document = CellText.Normalise(row[ExportColumn.VerificationDocument]);
        var date = DateOf(row, ExportColumn.VerificationDate, "voter_upsert.verification.date", faults);
        if (method.Length + officer.Length + document.Length + date.Length == 0)
            return null;
        return new Verification { Method = MethodOf(method, faults), Officer = officer, Date = date, Document = document };
    }

    private VerificationMethod MethodOf(string method, List<Violation> faults)
    {
        switch (method)
        {
            case "":
                return VerificationMethod.Unspecified;
            case "COKTAS" or "1":
                return VerificationMethod.LimitedMatching;
            case "DOOR TO DOOR" or "PINTU KE PINTU" or "RUMAH KE RUMAH" or "2":
                return VerificationMethod.DoorToDoor;
            case "DUKCAPIL" or "3":
                return VerificationMethod.CivilRegistry;
            default:
                faults.Add(FileRules.CodeUnknown.At(
                    "voter_upsert.verification.method",
                    ("column", Header(ExportColumn.VerificationMethod)), ("allowed", "COKTAS, DOOR TO DOOR, DUKCAPIL")));
                return VerificationMethod.Unspecified;
        }
    }
}
