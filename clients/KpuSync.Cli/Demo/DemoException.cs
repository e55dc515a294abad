using KpuSync.Client;

namespace KpuSync.Cli.Demo;

/// <summary>The demonstration cannot go on, for a reason that a person can mend.</summary>
internal sealed class DemoException(string code, Text text, params object[] values)
    : KpuSyncException(code, new LocalizedText(text.In(Language.Indonesian, values), text.In(Language.English, values)));
