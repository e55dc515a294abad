using KpuSync.Client.Delta;
using KpuSync.Client.Items;
using KpuSync.Contracts.V1;
using KpuSync.Rules.Regions;

namespace KpuSync.Client.Parties;

/// <summary>Makes changes of the rows of party files.</summary>
internal sealed class PartyRows(string office)
{
    private readonly VillageFinder _villages = new(RegionCatalogue.Default, office);

    /// <summary>A member, or that one left.</summary>
    public Change MemberOf(ItemCells cells)
    {
        var (party, card) = (cells.Count(PartyColumns.Party), cells.Upper(1));
        if (cells.Code(11, PartyCodes.Removals) is not MemberRemovalGround.Unspecified and var ground)
            return new Change { PartyMemberRemoval = new PartyMemberRemoval { PartyNumber = party, CardNumber = card, Ground = ground } };
        return new Change
        {
            PartyMember = new PartyMember
            {
                PartyNumber = party,
                CardNumber = card,
                Nik = cells.Nik(2),
                Name = cells.Upper(3),
                Sex = cells.Code(4, PartyCodes.Sexes),
                BirthDate = cells.Day(5),
                MaritalStatus = cells.Code(6, PartyCodes.MaritalStatuses),
                Occupation = PartyCodes.OccupationOf(cells.Upper(7)),
                Address = cells.Upper(8),
                VillageCode = VillageOf(cells),
            },
        };
    }

    /// <summary>One person of a management.</summary>
    public static Change ManagementOf(ItemCells cells) => new()
    {
        PartyManagement = new PartyManagement
        {
            PartyNumber = cells.Count(PartyColumns.Party),
            Level = cells.Code(1, PartyCodes.Levels),
            AreaCode = AreaOf(cells),
            Decree = cells.Upper(3),
            Officers = { new PartyOfficer { Name = cells.Upper(4), Title = cells.Upper(5), Sex = cells.Code(6, PartyCodes.Sexes) } },
        },
    };

    /// <summary>An office of a party.</summary>
    public static Change OfficeOf(ItemCells cells) => new()
    {
        PartyOffice = new PartyOffice
        {
            PartyNumber = cells.Count(PartyColumns.Party),
            Level = cells.Code(1, PartyCodes.Levels),
            AreaCode = AreaOf(cells),
            Address = cells.Upper(3),
            Right = cells.Code(4, PartyCodes.Rights),
            UntilDate = cells.Day(5),
        },
    };

    /// <summary>A bank account.</summary>
    public static Change AccountOf(ItemCells cells) => new()
    {
        PartyAccount = new PartyAccount
        {
            PartyNumber = cells.Count(PartyColumns.Party),
            Level = cells.Code(1, PartyCodes.Levels),
            AreaCode = AreaOf(cells),
            Bank = cells.Upper(3),
            AccountNumber = cells.Text(4),
            Holder = cells.Upper(5),
        },
    };

    /// <summary>A profile.</summary>
    public static Change ProfileOf(ItemCells cells) => new()
    {
        PartyProfile = new PartyProfile
        {
            PartyNumber = cells.Count(PartyColumns.Party),
            Name = cells.Upper(1),
            Abbreviation = cells.Upper(2),
            AcehOnly = cells.Code(3, PartyCodes.YesOrNo),
        },
    };

    /// <summary>What somebody in the lists of two parties stated. An empty cell does not say that it is none of them.</summary>
    public static Change StatementOf(ItemCells cells) => new()
    {
        MembershipStatement = new MembershipStatement
        {
            PartyNumber = cells.RequiredCount(PartyColumns.Party),
            Nik = cells.Nik(1),
            StatementDate = cells.Day(2),
            DocumentNumber = cells.Upper(3),
        },
    };

    /// <summary>A complaint that a name was used without consent.</summary>
    public static Change ComplaintOf(ItemCells cells) => new()
    {
        NameComplaint = new NameComplaint
        {
            PartyNumber = cells.Count(PartyColumns.Party),
            Nik = cells.Nik(1),
            ComplaintDate = cells.Day(2),
            Finding = cells.Code(3, PartyCodes.Findings),
            DocumentNumber = cells.Upper(4),
        },
    };

    // Region codes may be written with dots.
    private static string AreaOf(ItemCells cells) => cells.Text(2).Replace(".", "", StringComparison.Ordinal);

    private string VillageOf(ItemCells cells)
    {
        var (code, fault) = _villages.Find(cells.Text(9), cells.Text(10));
        if (fault is not null)
            cells.Fault(fault);
        return code;
    }
}
