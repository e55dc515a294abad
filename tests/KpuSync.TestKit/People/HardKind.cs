namespace KpuSync.TestKit.People;

/// <summary>Why two different people look like one.</summary>
public enum HardKind
{
    /// <summary>One family card and birth date, another name; some names rhyme.</summary>
    Twins,

    /// <summary>One name and birth date, born and living in other towns.</summary>
    Namesakes,

    /// <summary>Both with the first of January for a birthday that nobody knew, one name or part of it, one regency.</summary>
    FirstOfJanuary,

    /// <summary>One name, mostly one family card.</summary>
    ParentAndChild,
}
