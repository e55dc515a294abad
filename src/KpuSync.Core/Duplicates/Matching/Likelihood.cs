namespace KpuSync.Core.Duplicates.Matching;

/// <summary>How often something is found (Fellegi and Sunter 1969): its weight in bits is log2(m/u).</summary>
public sealed record Likelihood
{
    /// <summary>For the configuration.</summary>
    public Likelihood()
    {
    }

    /// <summary>States both.</summary>
    public Likelihood(double m, double u) => (M, U) = (m, u);

    /// <summary>Probability of finding it when both registrations are one person; above 0, at most 1.</summary>
    public double M { get; init; } = 1;

    /// <summary>Probability of finding it between two people; above 0, at most 1.</summary>
    public double U { get; init; } = 1;

    /// <summary>True if both are probabilities above 0.</summary>
    public bool IsUsable => M is > 0 and <= 1 && U is > 0 and <= 1;

    /// <summary>The weight in bits.</summary>
    /// <exception cref="InvalidOperationException">It is not usable.</exception>
    public double ToBits() => IsUsable
        ? Math.Log2(M / U)
        : throw new InvalidOperationException("Matching: M and U are probabilities, above 0 and at most 1.");
}
