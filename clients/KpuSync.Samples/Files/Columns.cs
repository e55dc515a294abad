namespace KpuSync.Samples.Files;

/// <summary>Header texts and orders of columns.</summary>
internal static class Columns
{
    public const int Count = 26;

    /// <summary>How many columns every export has; the rest are optional.</summary>
    public const int PlainCount = 18;

    private static readonly string[] Headers =
    [
        "DPID", "NKK", "NIK", "NAMA", "TMPT_LHR", "TGL_LHR", "STS", "JK", "ALAMAT", "RT", "RW", "KECAMATAN", "DESA", "DIS", "KTPel", "TPS", "SUMBER", "KET",
        "TGL_BERLAKU", "JENIS_BARU", "KAB_ASAL", "VERIF_METODE", "VERIF_PETUGAS", "VERIF_TGL", "VERIF_DOKUMEN", "NIK_LAMA",
    ];

    public static string HeaderOf(Column column) => Headers[(int)column];

    /// <summary>The columns of a file. Some offices' systems write them in an order of their own.</summary>
    public static Column[] For(bool optional, bool ownOrder)
    {
        var columns = Enumerable.Range(0, optional ? Count : PlainCount).Select(i => (Column)i).ToArray();
        if (ownOrder)
        {
            (columns[0], columns[2]) = (columns[2], columns[0]);
            (columns[3], columns[7]) = (columns[7], columns[3]);
            (columns[11], columns[15]) = (columns[15], columns[11]);
        }

        return columns;
    }
}
