namespace KpuSync.Client;

/// <summary>A file cannot be used at all. Rows that cannot be used are findings, not exceptions.</summary>
public sealed class FileException(string code, LocalizedText text, string fileName, Exception? inner = null) : KpuSyncException(code, text, inner)
{
    /// <summary>Name of the file, without its folder.</summary>
    public string FileName { get; } = fileName;
}

/// <summary>The installation's own files cannot be used: not set up yet, in use, broken, or the disk is full.</summary>
public sealed class InstallationException(string code, LocalizedText text, Exception? inner = null) : KpuSyncException(code, text, inner);
