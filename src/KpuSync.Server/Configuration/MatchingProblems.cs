using KpuSync.Core.Duplicates.Matching;

namespace KpuSync.Server.Configuration;

/// <summary>Names every parameter of matching that cannot be used.</summary>
internal static class MatchingProblems
{
    private const int BlockPeopleMin = 2;
    private const int BlockPeopleMax = 10_000;

    public static IEnumerable<string> Of(MatchOptions matching)
    {
        if (!double.IsFinite(matching.CaseBitsMin))
            yield return Problem("CaseBitsMin", matching.CaseBitsMin, "Use a number of bits, for example `29`.");
        if (matching.BlockPeopleMax is < BlockPeopleMin or > BlockPeopleMax)
            yield return Problem("BlockPeopleMax", matching.BlockPeopleMax, $"Use a number from {BlockPeopleMin} to {BlockPeopleMax}.");
        if (matching.RegisterPeople < 1)
            yield return Problem("RegisterPeople", matching.RegisterPeople, "Use the number of people in the register, for example `4000000`.");
        foreach (var (name, weights) in new[] { ("OneCard", matching.OneCard), ("OtherCards", matching.OtherCards) })
        {
            foreach (var (key, value) in LikelihoodsOf(weights).Concat(LikelihoodsOf(weights.Name).Select(l => ($"Name:{l.Key}", l.Value))))
            {
                if (!value.IsUsable)
                    yield return Problem($"{name}:{key}", $"{value.M} and {value.U}", "Use probabilities, above 0 and at most 1.");
            }
        }
    }

    private static IEnumerable<(string Key, Likelihood Value)> LikelihoodsOf(object weights) =>
        weights.GetType().GetProperties()
            .Where(property => property.PropertyType == typeof(Likelihood))
            .Select(property => (property.Name, (Likelihood)property.GetValue(weights)!));

    private static string Problem(string key, object value, string remedy) => ServerOptionsValidator.Problem($"Matching:{key}", value, remedy);
}
