using KpuSync.Contracts.V1;
using KpuSync.Rules.Checking;

namespace KpuSync.Rules.Progress;

/// <summary>Rules of the counts of published items.</summary>
internal sealed class PublicationsValidator : MessageValidator<Publications>
{
    public PublicationsValidator()
    {
        Field("website", s => s.Message.Website, static (_, count) => MonthlyCount.Check(count));
        Field("social_media", s => s.Message.SocialMedia, static (_, count) => MonthlyCount.Check(count));
    }
}
