namespace KpuSync.Samples.People;

/// <summary>One synthetic voter. Reused from row to row: a million rows make no garbage.</summary>
internal sealed class Voter
{
    public long Nik { get; set; }
    public long Nkk { get; set; }
    public TextLine Name { get; } = new();
    public bool Female { get; set; }
    public string BirthPlace { get; set; } = "";
    public DateOnly Birth { get; set; }

    /// <summary>B, S or P.</summary>
    public char Marital { get; set; }

    public TextLine Address { get; } = new();
    public int Rt { get; set; }
    public int Rw { get; set; }

    /// <summary>Index in <see cref="Places.OfficePlaces.Villages"/>.</summary>
    public int Village { get; set; }

    public int PollingStation { get; set; }
    public int Disability { get; set; }
    public bool CardHeld { get; set; }

    /// <summary>Row id in the office's own system; 0 is none yet.</summary>
    public long Dpid { get; set; }

    public string Source { get; set; } = "";

    public void CopyFrom(Voter other)
    {
        Nik = other.Nik;
        Nkk = other.Nkk;
        Name.Set(other.Name.Span);
        Female = other.Female;
        BirthPlace = other.BirthPlace;
        Birth = other.Birth;
        Marital = other.Marital;
        Address.Set(other.Address.Span);
        Rt = other.Rt;
        Rw = other.Rw;
        Village = other.Village;
        PollingStation = other.PollingStation;
        Disability = other.Disability;
        CardHeld = other.CardHeld;
        Dpid = other.Dpid;
        Source = other.Source;
    }
}
