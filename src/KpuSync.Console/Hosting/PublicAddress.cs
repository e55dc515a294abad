using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace KpuSync.Console.Hosting;

/// <summary>Makes redirects lead to the address that browsers use, where a proxy stands before the console. Set by hand: headers of a proxy could be anybody's.</summary>
internal static class PublicAddress
{
    public static void UsePublicAddress(this IApplicationBuilder app, Uri address) => app.Use((context, next) =>
    {
        (context.Request.Scheme, context.Request.Host) = (address.Scheme, HostString.FromUriComponent(address));
        return next(context);
    });
}
