using CsCheck;
using KpuSync.Contracts.V1;

namespace KpuSync.Rules.Tests;

/// <summary>Changes with anything in their fields.</summary>
internal static class ArbitraryChanges
{
    // Mostly near-misses, since plain noise never gets past the first check of a field.
    private static readonly Gen<string> Text = Gen.OneOf(
        Gen.String,
        Gen.Char['0', '9'].Array[0, 20].Select(digits => new string(digits)),
        Gen.OneOf("", " ", "5201011203870391", "5201012002", "1987-03-12", "0000-00-00", "9999-12-31", "0001-01-01", "5201", "٥٢٠١", "\ud800", "LALU\0AKSAN"));

    private static readonly Gen<int> Number = Gen.OneOf(Gen.Int, Gen.Int[-1, 10]);

    private static readonly Gen<VoterRecord> Record =
        from texts in Text.Array[9]
        from numbers in Number.Array[7]
        select new VoterRecord
        {
            Nik = texts[0],
            Nkk = texts[1],
            Name = texts[2],
            BirthPlace = texts[3],
            BirthDate = texts[4],
            Address = texts[5],
            VillageCode = texts[6],
            Dpid = texts[7],
            Source = texts[8],
            Sex = (Sex)numbers[0],
            MaritalStatus = (MaritalStatus)numbers[1],
            Rt = numbers[2],
            Rw = numbers[3],
            PollingStation = numbers[4],
            Disability = (Disability)numbers[5],
            ElectronicCard = (ElectronicCard)numbers[6],
        };

    private static readonly Gen<Verification> Verification =
        from texts in Text.Array[3]
        from method in Number
        select new Verification { Method = (VerificationMethod)method, Officer = texts[0], Date = texts[1], Document = texts[2] };

    /// <summary>Any kind, or none; any part may be unset.</summary>
    public static readonly Gen<Change> Any =
        from texts in Text.Array[5]
        from numbers in Number.Array[5]
        from record in Record
        from verification in Verification
        from kind in Gen.Int[0, 9]
        from unset in Gen.Bool.Array[4]
        select Make(texts, numbers, unset[0] ? null : record, unset[1] ? null : verification, kind, unset);

    private static Change Make(string[] texts, int[] numbers, VoterRecord? record, Verification? verification, int kind, bool[] unset)
    {
        var change = new Change { Reference = texts[0], EffectiveDate = texts[1] };
        if (unset[2])
            change.IfRevision = new Revision { Position = numbers[0], Index = numbers[1] };
        if (unset[3])
            change.Corrects = new ChangeRef { Sequence = numbers[2], Index = numbers[3] };
        switch (kind)
        {
            case 1:
                change.VoterUpsert = new VoterUpsert
                {
                    Reason = (UpsertReason)numbers[4],
                    Voter = record,
                    Verification = verification,
                    PreviousOfficeCode = texts[2],
                    MinutesNumber = texts[3],
                };
                break;
            case 2:
                change.VoterRemoval = new VoterRemoval { Nik = texts[2], Ground = (RemovalGround)numbers[4], NextOfficeCode = texts[3], Note = texts[4] };
                break;
            case 4:
                change.PartyManagement = new PartyManagement
                {
                    PartyNumber = numbers[0],
                    Level = (PartyLevel)numbers[4],
                    AreaCode = texts[2],
                    Officers = { new PartyOfficer { Name = texts[3], Title = texts[4], Sex = (Sex)numbers[1] } },
                };
                break;
            case 5:
                change.PartyOffice = new PartyOffice { Level = (PartyLevel)numbers[4], AreaCode = texts[2], UntilDate = texts[3], Right = (PartyOfficeRight)numbers[1] };
                break;
            case 6:
                change.PartyMember = new PartyMember
                {
                    PartyNumber = numbers[0],
                    CardNumber = texts[2],
                    Nik = texts[3],
                    BirthDate = texts[4],
                    VillageCode = texts[1],
                    Sex = (Sex)numbers[1],
                    Occupation = (MemberOccupation)numbers[2],
                };
                break;
            case 7:
                change.PartyMemberRemoval = new PartyMemberRemoval { PartyNumber = numbers[0], CardNumber = texts[2], Ground = (MemberRemovalGround)numbers[4], Note = texts[3] };
                break;
            case 8:
                change.MembershipStatement = new MembershipStatement { Nik = texts[2], PartyNumber = numbers[0], StatementDate = texts[3], DocumentNumber = texts[4] };
                break;
            case 9:
                change.NameComplaint = new NameComplaint { Nik = texts[2], PartyNumber = numbers[0], ComplaintDate = texts[3], Finding = (ComplaintFinding)numbers[4] };
                break;
            case 3:
                change.VoterNikChange = new VoterNikChange { OldNik = texts[2], Voter = record, Verification = verification };
                break;
        }

        return change;
    }
}
