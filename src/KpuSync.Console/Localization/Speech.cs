using System.Globalization;
using KpuSync.Forms;
using KpuSync.Rules.Regions;
using KpuSync.Rules.Registry;
using KpuSync.Rules.Values;
using Microsoft.AspNetCore.Http;

namespace KpuSync.Console.Localization;

/// <summary>The language of the page that is open, and how it writes numbers, times and names of offices.</summary>
public sealed class Speech
{
    /// <summary>The cookie with the language that somebody chose.</summary>
    public const string CookieName = "kpusync-bahasa";

    /// <summary>The language: Indonesian, unless English was chosen.</summary>
    public Language Language { get; set; } = Language.Indonesian;

    /// <summary>True for English.</summary>
    public bool IsEnglish => Language is Language.English;

    /// <summary>How numbers are written.</summary>
    public CultureInfo Numbers => Language.Numbers();

    /// <summary>What was chosen before; a browser's own languages do not count, so that colleagues see the same.</summary>
    public static Language Of(HttpContext? context) => Languages.From(context?.Request.Cookies[CookieName]);

    /// <summary>A whole number.</summary>
    public string Number(long value) => Language.Number(value);

    /// <summary>A share that is given in hundredths of a percent, with one decimal.</summary>
    public string Percent(int basisPoints) => (basisPoints / 100m).ToString("N1", Numbers) + "%";

    /// <summary>An instant in the office's own zone.</summary>
    public static string Time(DateTimeOffset instant, OfficeCode office)
    {
        var offset = OfficeCalendar.OffsetOf(office);
        var zone = offset.Hours switch
        {
            7 => "WIB",
            8 => "WITA",
            _ => "WIT",
        };
        return $"{instant.ToOffset(offset).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} {zone}";
    }

    /// <summary>What went wrong with a call, and what to do.</summary>
    public string Refusal(Core.SyncError error) => SyncErrors.TextOf(error.Reason, error.Metadata, Language);

    /// <summary>An office, province or the nation by name, with its code.</summary>
    public static string Office(string code) => OfficeCode.TryParse(code, out _) ? RecapAreas.NameOf(code) : code;
}
