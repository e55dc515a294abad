namespace KpuSync.Samples.Planting;

/// <summary>What is wrong with a planted row. No row of these kinds may reach a register.</summary>
public enum BrokenKind
{
    /// <summary>A birth date that does not exist: 31 February.</summary>
    BirthDateImpossible,

    /// <summary>A birth date to come.</summary>
    BirthDateFuture,

    /// <summary>A NIK of 15 digits.</summary>
    NikFifteenDigits,

    /// <summary>A NIK with the letter O for a zero.</summary>
    NikLetters,

    /// <summary>A NIK that a spreadsheet turned into a number: <c>5.20101E+15</c>.</summary>
    NikSpreadsheet,

    /// <summary>A NIK that stands for "not known": all digits equal.</summary>
    NikPlaceholder,

    /// <summary>A NIK with the serial 0000, which is never issued.</summary>
    NikSerialZero,

    /// <summary>Two rows with one NIK.</summary>
    NikRepeated,

    /// <summary>A family card number of 15 digits.</summary>
    NkkFifteenDigits,

    /// <summary>A village that does not exist, one letter or digit away from one that does.</summary>
    VillageUnknown,

    /// <summary>A district that does not exist.</summary>
    DistrictUnknown,

    /// <summary>A row that breaks off.</summary>
    RowTruncated,

    /// <summary>A child, not married.</summary>
    UnderAge,

    /// <summary>Letters in the neighbourhood unit.</summary>
    RtLetters,

    /// <summary>A polling station number of four digits.</summary>
    PollingStationTooLarge,

    /// <summary>A sex other than L and P.</summary>
    SexUnknown,

    /// <summary>A marital status that is not in the list.</summary>
    MaritalStatusUnknown,

    /// <summary>No name.</summary>
    NameMissing,

    /// <summary>A disability code that is not in the list.</summary>
    DisabilityUnknown,

    /// <summary>A KET that is not in the list.</summary>
    KetUnknown,
}
