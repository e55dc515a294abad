using KpuSync.Samples;

namespace KpuSync.Cli.Tests.Samples;

public class FailedSampleTests(SampleSet set) : IClassFixture<SampleSet>
{
    // In each form that an office's system has: separators, marks, encodings and orders of columns.
    [Theory]
    [InlineData("5202")]
    [InlineData("5203")]
    [InlineData("5204")]
    [InlineData("5205")]
    public void Write_AnyOffice_CorrectsToTheNumberOfWhoLeavesLater(string office)
    {
        var sample = FailedSample.Write(set.Directory, set.Truth, office);

        var register = set.Truth.RegisterOf(set.Directory, office, 2);
        var (parked, freeing) = (SampleRow.Read(Path.Combine(set.Directory, sample.ParkedFile)), SampleRow.Read(Path.Combine(set.Directory, sample.FreeingFile)));
        parked.Select(row => (row["KET"], register.ContainsKey(row["NIK"]))).ShouldBe([("U", true), ("4", false)]);
        register.ShouldContainKey(parked[0]["NIK_LAMA"]);
        freeing.Select(row => (row["KET"], row["NIK"])).ShouldBe([("4", parked[0]["NIK"])]);
    }

    [Fact]
    public void Write_ExportOfTooFew_IsRefused()
    {
        using var directory = new TempDirectory();
        var truth = SampleWriter.Write(new SampleOptions { Directory = directory.Path, Voters = 2, Rounds = 2, Offices = [new("5202", 1)], BrokenRows = 0, OverHundreds = 0 });

        Should.Throw<ArgumentException>(() => FailedSample.Write(directory.Path, truth, "5202"));
    }
}
