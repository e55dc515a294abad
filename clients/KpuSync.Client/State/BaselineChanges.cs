namespace KpuSync.Client.State;

/// <summary>The voters whose baseline was written since it was last read, so that only they are read again.</summary>
internal sealed class BaselineChanges
{
    // With more of them, finding each costs what reading everybody costs.
    private const int Max = 100_000;

    private readonly HashSet<long> _niks = [];
    private bool _isEverybody = true;

    /// <summary>They; null for anybody.</summary>
    public IReadOnlyCollection<long>? Niks => _isEverybody ? null : _niks;

    /// <summary>Begins anew: the baseline is being read.</summary>
    public void Clear()
    {
        _niks.Clear();
        _isEverybody = false;
    }

    public void Add(long nik)
    {
        if (_isEverybody)
            return;
        _niks.Add(nik);
        if (_niks.Count > Max)
            AddEverybody();
    }

    public void AddEverybody()
    {
        _niks.Clear();
        _niks.TrimExcess();
        _isEverybody = true;
    }
}
