namespace KpuSync.TestKit.People;

/// <summary>Whose names a family has.</summary>
internal enum NameCustom
{
    Sasak,
    Javanese,
    Balinese,
}
