using System.IO.Compression;
using System.Security.Cryptography;
using KpuSync.Samples;

namespace KpuSync.Cli.Tests.Samples;

public class SampleBytesTests
{
    [Theory]
    [InlineData(SampleFormat.Csv)]
    [InlineData(SampleFormat.Xlsx)]
    public void Write_SameSeedTwice_GivesTheSameBytes(SampleFormat format)
    {
        using var one = new TempDirectory();
        using var other = new TempDirectory();

        Write(one, format, seed: 7);
        Write(other, format, seed: 7);

        var names = NamesIn(one);
        NamesIn(other).ShouldBe(names);
        names.Where(name => HashOf(one[name]) != HashOf(other[name])).ShouldBeEmpty();
    }

    [Fact]
    public void Write_AnotherSeed_GivesOtherPeople()
    {
        using var one = new TempDirectory();
        using var other = new TempDirectory();

        Write(one, SampleFormat.Csv, seed: 7);
        Write(other, SampleFormat.Csv, seed: 8);

        HashOf(one["pemilih-5201.csv"]).ShouldNotBe(HashOf(other["pemilih-5201.csv"]));
    }

    // The second round is drawn beside the first: asking for it must not change the first.
    [Fact]
    public void Write_WithASecondRound_LeavesTheFirstAsItIs()
    {
        using var one = new TempDirectory();
        using var two = new TempDirectory();

        SampleWriter.Write(new SampleOptions { Directory = one.Path, Voters = 3_000, Rounds = 1 });
        SampleWriter.Write(new SampleOptions { Directory = two.Path, Voters = 3_000, Rounds = 2 });

        NamesIn(one).Where(name => name != "truth.json" && HashOf(one[name]) != HashOf(two[name])).ShouldBeEmpty();
    }

    [Fact]
    public void Write_Xlsx_HoldsTheRowsOfTheTruth()
    {
        using var directory = new TempDirectory();

        var truth = Write(directory, SampleFormat.Xlsx, seed: 7);

        using var zip = ZipFile.OpenRead(directory["pemilih-5201.xlsx"]);
        using var sheet = new StreamReader(zip.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        var rows = sheet.ReadToEnd().Split("<row ").Length - 1;
        rows.ShouldBe(truth.ExportOf("5201", 1).Rows + 1);
    }

    [Fact]
    public void Write_AnOfficeThatDoesNotExist_IsRefused()
    {
        using var directory = new TempDirectory();

        Should.Throw<ArgumentException>(() => SampleWriter.Write(new SampleOptions { Directory = directory.Path, Offices = [new("5299", 1)] }));
    }

    // The reports have more columns than there are letters.
    [Fact]
    public void Write_Xlsx_HasTheReportsMembersAndProfilesOfTheCsv()
    {
        using var csv = new TempDirectory();
        using var xlsx = new TempDirectory();
        Write(csv, SampleFormat.Csv, seed: 7);
        Write(xlsx, SampleFormat.Xlsx, seed: 7);

        foreach (var name in new[] { "progres-5201", "rencana-5201", "anggota-5201", "partai-profil" })
        {
            var rows = MiniExcelLibs.MiniExcel.Query(xlsx[$"{name}.xlsx"]).Cast<IDictionary<string, object?>>().Select(row => string.Join(';', row.Values));
            rows.ShouldBe(File.ReadAllLines(csv[$"{name}.csv"]), name);
            File.Exists(xlsx[$"{name}.csv"]).ShouldBeFalse(name);
        }
    }

    private static KpuSync.Samples.Truth.SampleTruth Write(TempDirectory directory, SampleFormat format, ulong seed) =>
        SampleWriter.Write(new SampleOptions { Directory = directory.Path, Voters = 2_000, Rounds = 2, Seed = seed, Format = format });

    private static string[] NamesIn(TempDirectory directory) => [.. Directory.GetFiles(directory.Path).Select(p => Path.GetFileName(p)).Order(StringComparer.Ordinal)];

    private static string HashOf(string path) => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(path)));
}
