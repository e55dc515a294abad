using KpuSync.Contracts.V1;
using KpuSync.Core.Register;
using KpuSync.Rules.Values;

namespace KpuSync.Core.Duplicates;

/// <summary>What follows from a case's sides.</summary>
public static class CaseShape
{
    /// <summary>The registration of a side.</summary>
    public static RegistrationKey KeyOf(CaseSide side) => new(Nik.Parse(side.Nik), OfficeCode.Parse(side.OfficeCode));

    /// <summary>The offices of a case, in code order.</summary>
    public static IReadOnlyList<OfficeCode> OfficesOf(DuplicateCase duplicate) =>
        [.. duplicate.Sides.Select(s => OfficeCode.Parse(s.OfficeCode)).Distinct().Order()];

    /// <summary>How far it reaches.</summary>
    public static CaseReach ReachOf(DuplicateCase duplicate)
    {
        var offices = OfficesOf(duplicate);
        if (offices.Count <= 1)
            return CaseReach.InsideOffice;
        return offices.Select(o => o.ProvinceCode).Distinct().Count() == 1 ? CaseReach.BetweenOffices : CaseReach.BetweenProvinces;
    }

    /// <summary>Who may decide it: the office, the province or the centre.</summary>
    public static OfficeCode DeciderOf(DuplicateCase duplicate)
    {
        var first = OfficesOf(duplicate)[0];
        return ReachOf(duplicate) switch
        {
            CaseReach.InsideOffice => first,
            CaseReach.BetweenOffices => OfficeCode.Parse("P" + first.ProvinceCode),
            _ => OfficeCode.Centre,
        };
    }

    /// <summary>Ordered pairs of all its registrations.</summary>
    public static IReadOnlyList<(RegistrationKey First, RegistrationKey Second)> PairsOf(DuplicateCase duplicate)
    {
        var keys = duplicate.Sides.Where(s => s.HeldPosition == 0).Select(KeyOf).Order().ToList();
        return [.. keys.SelectMany((first, i) => keys.Skip(i + 1).Select(second => (first, second)))];
    }
}
