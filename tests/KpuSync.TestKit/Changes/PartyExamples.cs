using KpuSync.Contracts.V1;
using KpuSync.Rules.Regions;

namespace KpuSync.TestKit.Changes;

/// <summary>Party items that keep every rule.</summary>
public static class PartyExamples
{
    /// <summary>The party that tests use unless they need two.</summary>
    public const int Party = 6;

    /// <summary>A party's profile.</summary>
    public static Change Profile(int party = Party, bool acehOnly = false, string name = "PARTAI CONTOH") => new()
    {
        PartyProfile = new PartyProfile { PartyNumber = party, Name = name, Abbreviation = "PC", AcehOnly = acehOnly },
    };

    /// <summary>A management of two, one of them a woman.</summary>
    public static Change Management(PartyLevel level, string area, int party = Party) => new()
    {
        PartyManagement = new PartyManagement
        {
            PartyNumber = party,
            Level = level,
            AreaCode = area,
            Officers =
            {
                new PartyOfficer { Name = "BAIQ SARI", Title = "KETUA", Sex = Sex.Female },
                new PartyOfficer { Name = "LALU AKSAN", Title = "SEKRETARIS", Sex = Sex.Male },
            },
        },
    };

    /// <summary>An office that the party owns.</summary>
    public static Change Office(PartyLevel level, string area, int party = Party) => new()
    {
        PartyOffice = new PartyOffice { PartyNumber = party, Level = level, AreaCode = area, Address = "JL. PEJANGGIK 1", Right = PartyOfficeRight.Owned },
    };

    /// <summary>A bank account.</summary>
    public static Change Account(PartyLevel level, string area, int party = Party) => new()
    {
        PartyAccount = new PartyAccount { PartyNumber = party, Level = level, AreaCode = area, Bank = "BANK NTB", AccountNumber = "0012345678", Holder = "DPP" },
    };

    /// <summary>The person of <see cref="VoterExamples.Record"/> as a member.</summary>
    public static Change Member(int person, int party = Party, string office = "5201", string? card = null)
    {
        var voter = VoterExamples.Record(person);
        return new Change
        {
            PartyMember = new PartyMember
            {
                PartyNumber = party,
                CardNumber = card ?? CardOf(person, party),
                Nik = voter.Nik,
                Name = voter.Name,
                Sex = voter.Sex,
                BirthDate = voter.BirthDate,
                MaritalStatus = voter.MaritalStatus,
                Occupation = MemberOccupation.Other,
                Address = voter.Address,
                VillageCode = RegionCatalogue.Default.VillagesOf(RegionCatalogue.Default.DistrictsOf(office)[0].Code)[0].Code,
            },
        };
    }

    /// <summary>The removal of a member of <see cref="Member"/>.</summary>
    public static Change RemoveMember(int person, MemberRemovalGround ground = MemberRemovalGround.Resigned, int party = Party) => new()
    {
        PartyMemberRemoval = new PartyMemberRemoval { PartyNumber = party, CardNumber = CardOf(person, party), Ground = ground },
    };

    /// <summary>What a person states.</summary>
    public static Change Statement(int person, int party) => new()
    {
        MembershipStatement = new MembershipStatement { Nik = VoterExamples.NikOf(person), PartyNumber = party, StatementDate = "2026-11-20", DocumentNumber = "BA-7" },
    };

    /// <summary>A complaint of a person.</summary>
    public static Change Complaint(int person, ComplaintFinding finding, int party = Party) => new()
    {
        NameComplaint = new NameComplaint
        {
            PartyNumber = party,
            Nik = VoterExamples.NikOf(person),
            ComplaintDate = "2026-11-20",
            Finding = finding,
            DocumentNumber = "ADUAN-3",
        },
    };

    /// <summary>The card that <see cref="Member"/> gives.</summary>
    public static string CardOf(int person, int party = Party) => $"{party:00}.{person:000000}";
}
