using System.Globalization;
using System.Text;
using KpuSync.TestKit.Changes;

namespace KpuSync.Client.Tests.Support;

/// <summary>Rows of exports for tests: office 5201, whose district 520101 has the village 5201012002.</summary>
internal static class Voters
{
    public const string Office = "5201";
    public const string Header = "DPID,NKK,NIK,NAMA,JK,TMPT_LHR,TGL_LHR,STS,ALAMAT,RT,RW,KECAMATAN,DESA,DIS,KTPel,TPS,SUMBER,KET";

    /// <summary>The NIK of the n-th test voter, n from 1 to 9999: a man born on 12 January 1987.</summary>
    public static string Nik(int n) => string.Create(CultureInfo.InvariantCulture, $"520101120187{n:D4}");

    public static string Row(int n, string? name = null, string ket = "", string dpid = "", string tps = "001", string birthDate = "12|01|1987") =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{dpid},520101010120{n:D4},{Nik(n)},{name ?? VoterExamples.NameOf(n)},L,GERUNG,{birthDate},S,JALAN MAWAR,001,002,520101,5201012002,0,S,{tps},,{ket}");

    public static string Export(params ReadOnlySpan<string> rows)
    {
        var text = new StringBuilder(Header).Append('\n');
        foreach (var row in rows)
            text.Append(row).Append('\n');
        return text.ToString();
    }
}
