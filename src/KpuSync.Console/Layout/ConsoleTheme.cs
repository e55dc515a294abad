using MudBlazor;

namespace KpuSync.Console.Layout;

/// <summary>Colours and letters. All pairs of text and background reach a contrast of 4.5 to 1; letters are the computer's own.</summary>
internal static class ConsoleTheme
{
    private static readonly string[] SystemLetters = ["system-ui", "Segoe UI", "Roboto", "Noto Sans", "Liberation Sans", "sans-serif"];

    public static MudTheme Theme { get; } = new()
    {
        PaletteLight = new PaletteLight
        {
            Primary = "#8a1c1c",
            PrimaryContrastText = "#ffffff",
            Secondary = "#4a5568",
            AppbarBackground = "#7a1616",
            AppbarText = "#ffffff",
            Background = "#f6f5f3",
            Surface = "#ffffff",
            DrawerBackground = "#ffffff",
            DrawerText = "#2b2b2b",
            DrawerIcon = "#5a5a5a",
            TextPrimary = "#1f1f1f",
            TextSecondary = "#595959",
            ActionDefault = "#4a4a4a",
            Success = "#1c6b3a",
            Warning = "#8a5a00",
            Error = "#b3261e",
            Info = "#1d5f8a",
            LinesDefault = "#dcd8d2",
            LinesInputs = "#8a8580",
            TableLines = "#e4e0da",
        },
        Typography = new Typography
        {
            Default = new DefaultTypography { FontFamily = SystemLetters },
            H1 = new H1Typography { FontFamily = SystemLetters, FontSize = "1.6rem", FontWeight = "600", LineHeight = "1.3" },
            H2 = new H2Typography { FontFamily = SystemLetters, FontSize = "1.15rem", FontWeight = "600", LineHeight = "1.4" },
            Button = new ButtonTypography { FontFamily = SystemLetters, TextTransform = "none", FontWeight = "600" },
        },
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "6px", DrawerWidthLeft = "232px" },
    };
}
