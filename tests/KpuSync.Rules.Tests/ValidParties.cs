using KpuSync.Contracts.V1;

namespace KpuSync.Rules.Tests;

/// <summary>Party items that keep every rule; a test spoils one field.</summary>
internal static class ValidParties
{
    public static Change Profile() => new()
    {
        PartyProfile = new PartyProfile { PartyNumber = 6, Name = "PARTAI BURUH", Abbreviation = "BURUH" },
    };

    public static Change Management() => new()
    {
        PartyManagement = new PartyManagement
        {
            PartyNumber = 6,
            Level = PartyLevel.Regency,
            AreaCode = "5201",
            Decree = "SK-17/DPP/2026",
            Officers =
            {
                new PartyOfficer { Name = "BAIQ SARI", Title = "KETUA", Sex = Sex.Female },
                new PartyOfficer { Name = "LALU AKSAN", Title = "SEKRETARIS", Sex = Sex.Male },
            },
        },
    };

    public static Change PartyOffice() => new()
    {
        PartyOffice = new PartyOffice
        {
            PartyNumber = 6,
            Level = PartyLevel.Regency,
            AreaCode = "5201",
            Address = "JL. RAYA GERUNG NO. 12, GERUNG UTARA",
            Right = PartyOfficeRight.Rented,
            UntilDate = "2026-12-31",
        },
    };

    public static Change Account() => new()
    {
        PartyAccount = new PartyAccount
        {
            PartyNumber = 6,
            Level = PartyLevel.Regency,
            AreaCode = "5201",
            Bank = "BANK NTB SYARIAH",
            AccountNumber = "0012345678",
            Holder = "DPC PARTAI BURUH LOMBOK BARAT",
        },
    };

    public static Change Member() => new()
    {
        PartyMember = new PartyMember
        {
            PartyNumber = 6,
            CardNumber = "5201.06-000017",
            Nik = ValidChanges.Nik,
            Name = "LALU AKSAN",
            Sex = Sex.Male,
            BirthDate = "1987-03-12",
            MaritalStatus = MaritalStatus.Married,
            Occupation = MemberOccupation.Other,
            Address = "JL. RAYA GERUNG NO. 12",
            VillageCode = "5201012002",
        },
    };

    public static Change MemberRemoval() => new()
    {
        PartyMemberRemoval = new PartyMemberRemoval { PartyNumber = 6, CardNumber = "5201.06-000017", Ground = MemberRemovalGround.Resigned, Note = "Surat 3/2026" },
    };

    public static Change Statement() => new()
    {
        MembershipStatement = new MembershipStatement { Nik = ValidChanges.Nik, PartyNumber = 6, StatementDate = "2026-01-04", DocumentNumber = "BA-7/2026" },
    };

    public static Change Complaint() => new()
    {
        NameComplaint = new NameComplaint
        {
            PartyNumber = 6,
            Nik = ValidChanges.Nik,
            ComplaintDate = "2026-01-04",
            Finding = ComplaintFinding.Open,
            DocumentNumber = "ADUAN-3/2026",
        },
    };

    public static Change WithProfile(Action<PartyProfile> spoil) => Spoiled(Profile(), change => spoil(change.PartyProfile));

    public static Change WithManagement(Action<PartyManagement> spoil) => Spoiled(Management(), change => spoil(change.PartyManagement));

    public static Change WithOffice(Action<PartyOffice> spoil) => Spoiled(PartyOffice(), change => spoil(change.PartyOffice));

    public static Change WithAccount(Action<PartyAccount> spoil) => Spoiled(Account(), change => spoil(change.PartyAccount));

    public static Change WithMember(Action<PartyMember> spoil) => Spoiled(Member(), change => spoil(change.PartyMember));

    public static Change WithMemberRemoval(Action<PartyMemberRemoval> spoil) => Spoiled(MemberRemoval(), change => spoil(change.PartyMemberRemoval));

    public static Change WithStatement(Action<MembershipStatement> spoil) => Spoiled(Statement(), change => spoil(change.MembershipStatement));

    public static Change WithComplaint(Action<NameComplaint> spoil) => Spoiled(Complaint(), change => spoil(change.NameComplaint));

    private static Change Spoiled(Change change, Action<Change> spoil)
    {
        spoil(change);
        return change;
    }
}
