using KpuSync.Contracts.V1;
using KpuSync.Rules.Values;

namespace KpuSync.Rules.Tests;

/// <summary>Changes that keep every rule; a test spoils one field.</summary>
internal static class ValidChanges
{
    public static readonly OfficeCode Office = OfficeCode.Parse("5201");
    public static readonly DateOnly Today = new(2026, 1, 5);

    /// <summary>Born on 12 March 1987 in Gerung, Lombok Barat.</summary>
    public const string Nik = "5201011203870391";

    public static VoterRecord Voter() => new()
    {
        Nik = Nik,
        Nkk = "5201010102110007",
        Name = "LALU AKSAN",
        Sex = Sex.Male,
        BirthPlace = "GERUNG",
        BirthDate = "1987-03-12",
        MaritalStatus = MaritalStatus.Married,
        Address = "JL. RAYA GERUNG NO. 12",
        Rt = 3,
        Rw = 1,
        VillageCode = "5201012002",
        PollingStation = 4,
        Disability = Disability.None,
        ElectronicCard = ElectronicCard.Held,
        Dpid = "123456789",
        Source = "SIDALIH",
    };

    public static Verification Verification() => new()
    {
        Method = VerificationMethod.DoorToDoor,
        Officer = "Petugas 7",
        Date = "2026-01-05",
        Document = "BA-12/2026",
    };

    public static Change Upsert() => new()
    {
        Reference = "row 12",
        EffectiveDate = "2026-01-05",
        VoterUpsert = new VoterUpsert { Reason = UpsertReason.State, Voter = Voter() },
    };

    public static Change Removal() => new()
    {
        Reference = "row 13",
        VoterRemoval = new VoterRemoval { Nik = Nik, Ground = RemovalGround.MovedAway, NextOfficeCode = "5202", Note = "Surat pindah 17/2026" },
    };

    public static Change NikChange() => new()
    {
        VoterNikChange = new VoterNikChange { OldNik = "5201011203870392", Voter = Voter(), Verification = Verification() },
    };

    /// <summary>A valid upsert with its record spoiled.</summary>
    public static Change With(Action<VoterRecord> spoil)
    {
        var change = Upsert();
        spoil(change.VoterUpsert.Voter);
        return change;
    }

    /// <summary>A valid upsert spoiled outside its record.</summary>
    public static Change WithUpsert(Action<VoterUpsert> spoil)
    {
        var change = Upsert();
        spoil(change.VoterUpsert);
        return change;
    }

    /// <summary>A valid upsert with its verification spoiled.</summary>
    public static Change WithVerification(Action<Verification> spoil)
    {
        var change = Upsert();
        change.VoterUpsert.Verification = Verification();
        spoil(change.VoterUpsert.Verification);
        return change;
    }

    /// <summary>A valid removal spoiled.</summary>
    public static Change WithRemoval(Action<VoterRemoval> spoil)
    {
        var change = Removal();
        spoil(change.VoterRemoval);
        return change;
    }

    /// <summary>A valid correction of a NIK, spoiled.</summary>
    public static Change WithNikChange(Action<VoterNikChange> spoil)
    {
        var change = NikChange();
        spoil(change.VoterNikChange);
        return change;
    }

    /// <summary>A valid upsert spoiled around its kind.</summary>
    public static Change WithChange(Action<Change> spoil)
    {
        var change = Upsert();
        spoil(change);
        return change;
    }
}
