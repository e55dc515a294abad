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

    public static Change ProgressReport() => new()
    {
        ProgressReport = new ProgressReport
        {
            OfficeCode = "5201",
            Month = "2025-12",
            Budget = new Budget
            {
                InitialCeiling = 1_000_000_000,
                RevisedCeiling = 1_100_000_000,
                Revision = 2,
                Blocked = 50_000_000,
                Realised = 900_000_000,
                ByType =
                {
                    new SpendingBudget { Type = SpendingType.Staff, RevisedCeiling = 800_000_000, Realised = 750_000_000 },
                    new SpendingBudget { Type = SpendingType.Goods, RevisedCeiling = 200_000_000, Realised = 50_000_000 },
                    new SpendingBudget { Type = SpendingType.Capital, RevisedCeiling = 100_000_000, Realised = 100_000_000 },
                },
                Waiting = new CeilingRevision { SubmittedDate = "2025-12-20", Ceiling = 1_200_000_000 },
            },
            Headcount = new Headcount { Commissioners = 5, CivilServants = 18, ContractCivilServants = 4, OtherStaff = 6 },
            InformationRequests = new InformationRequests { Received = 9, Granted = 6, PartlyGranted = 1, Refused = 1, Objections = 1, AnsweredInTime = 8 },
            Publications = new Publications { Website = 12, SocialMedia = 40 },
        },
    };

    public static Change ProgressPlan() => new()
    {
        ProgressPlan = new ProgressPlan { OfficeCode = "5201", Year = 2026, CumulativeTargets = { Enumerable.Range(1, 12).Select(month => month * 90_000_000L) } },
    };

    /// <summary>A valid monthly report spoiled.</summary>
    public static Change WithReport(Action<ProgressReport> spoil)
    {
        var change = ProgressReport();
        spoil(change.ProgressReport);
        return change;
    }

    /// <summary>A valid plan spoiled.</summary>
    public static Change WithPlan(Action<ProgressPlan> spoil)
    {
        var change = ProgressPlan();
        spoil(change.ProgressPlan);
        return change;
    }

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
