using System.Globalization;
using KpuSync.Contracts.V1;
using KpuSync.Rules.Regions;

namespace KpuSync.TestKit.Changes;

/// <summary>Voters that keep every rule, by number: the same number is the same voter.</summary>
public static class VoterExamples
{
    /// <summary>A voter of the office, born in 1980.</summary>
    public static VoterRecord Record(int number, string office = "5201", string? name = null, string birthDate = "1980-03-21")
    {
        var district = RegionCatalogue.Default.DistrictsOf(office)[0].Code;
        return new VoterRecord
        {
            Nik = NikOf(number, office, birthDate),
            Nkk = string.Create(CultureInfo.InvariantCulture, $"{district}010120{(number / 4 % 9999) + 1:0000}"),
            Name = name ?? NameOf(number),
            Sex = Sex.Male,
            BirthPlace = "GERUNG",
            BirthDate = birthDate,
            MaritalStatus = MaritalStatus.Married,
            Address = "JL. PENDIDIKAN 1",
            Rt = 1,
            Rw = 2,
            VillageCode = RegionCatalogue.Default.VillagesOf(district)[0].Code,
            PollingStation = 1 + (number / 4 % 20), // A family votes together.
            Disability = Disability.None,
            ElectronicCard = ElectronicCard.Held,
            Dpid = (100000 + number).ToString(CultureInfo.InvariantCulture),
            Source = "CONTOH",
        };
    }

    /// <summary>The name of voter <paramref name="number"/>: two words that look like no other number's, so that nobody seems to be somebody else.</summary>
    public static string NameOf(int number) => $"{WordOf(number)} {WordOf(number + 1_000_003)}";

    /// <summary>The NIK of voter <paramref name="number"/>: at most 9,999 numbers for a birth date.</summary>
    public static string NikOf(int number, string office = "5201", string birthDate = "1980-03-21")
    {
        var district = RegionCatalogue.Default.DistrictsOf(office)[0].Code;
        return string.Create(CultureInfo.InvariantCulture, $"{district}{birthDate[8..10]}{birthDate[5..7]}{birthDate[2..4]}{number:0000}");
    }

    // Four syllables by a hash of the number: neighbours have nothing in common.
    private static string WordOf(int number)
    {
        string[] syllables = ["BA", "DIN", "FU", "GAR", "HE", "KOM", "LI", "MU", "NOR", "PE", "RAS", "SI", "TUN", "WA", "YO", "ZUL"];
        var hash = (uint)number * 2_654_435_761;
        return string.Concat(Enumerable.Range(0, 4).Select(i => syllables[(hash >> (12 + (4 * i))) & 15]));
    }

    /// <summary>An upsert of the record.</summary>
    public static Change Upsert(VoterRecord voter, UpsertReason reason = UpsertReason.NewFirstTime, Verification? verification = null) => new()
    {
        Reference = "1",
        VoterUpsert = new VoterUpsert { Reason = reason, Voter = voter, Verification = verification },
    };

    /// <summary>A new voter.</summary>
    public static Change New(int number, string office = "5201") => Upsert(Record(number, office));

    /// <summary>A removal.</summary>
    public static Change Remove(string nik, RemovalGround ground = RemovalGround.Deceased) => new()
    {
        Reference = "1",
        VoterRemoval = new VoterRemoval { Nik = nik, Ground = ground },
    };

    /// <summary>A corrected NIK.</summary>
    public static Change ChangeNik(string oldNik, VoterRecord voter) => new()
    {
        Reference = "1",
        VoterNikChange = new VoterNikChange { OldNik = oldNik, Voter = voter },
    };

    /// <summary>A complete verification.</summary>
    public static Verification Verified() => new()
    {
        Method = VerificationMethod.LimitedMatching,
        Officer = "PETUGAS 1",
        Date = "2026-11-20",
        Document = "BA COKTAS 1",
    };
}
