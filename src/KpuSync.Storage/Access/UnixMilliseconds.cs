using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace KpuSync.Storage.Access;

/// <summary>Times as whole milliseconds: SQLite has no time type, and texts with offsets do not sort.</summary>
internal sealed class UnixMilliseconds()
    : ValueConverter<DateTimeOffset, long>(time => time.ToUnixTimeMilliseconds(), milliseconds => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds));
