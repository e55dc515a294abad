namespace KpuSync.Storage.Access;

/// <summary>Which deployment this database belongs to. There is one row.</summary>
public sealed class DeploymentRow
{
    /// <summary>The only key there is.</summary>
    public const int OnlyId = 1;

    public int Id { get; init; } = OnlyId;

    /// <summary>For example <c>production</c>, <c>trial</c> or <c>demo</c>.</summary>
    public required string Name { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}
