using Google.Protobuf;
using Google.Protobuf.Reflection;
using KpuSync.Contracts.V1;
using KpuSync.Core.Items;
using KpuSync.Core.Pull;
using KpuSync.Core.Register;

namespace KpuSync.Core.Replay;

/// <summary>What a change makes different in the register or among the items, field by field.</summary>
internal static class RecordDifferences
{
    // Fields of a voter that stand beside the record.
    private const string GroundField = "ground";

    /// <summary>What stands there about the person or item of a change.</summary>
    /// <param name="view">The office's register.</param>
    /// <param name="change">The change.</param>
    /// <param name="isMasked">Hide identity numbers, birth dates and disabilities.</param>
    public static IReadOnlyDictionary<string, string> Read(OfficeView view, Change change, bool isMasked)
    {
        var fields = new SortedDictionary<string, string>(StringComparer.Ordinal);
        if (change.KindCase is Change.KindOneofCase.VoterClaim or Change.KindOneofCase.None)
            return fields;
        if (ItemKeys.Of(change) is { } key)
        {
            if (view.FindItem(key) is { } item)
                AddFields(fields, ItemChanges.Of(item), isMasked);
            return fields;
        }

        var keys = ChangeKeys.Of(change);
        var registration = new[] { keys.OldNik, keys.Nik }.OfType<Rules.Values.Nik>().Select(view.Find).FirstOrDefault(r => r is not null);
        if (registration is null)
            return fields;
        AddFields(fields, new Change { VoterUpsert = new VoterUpsert { Voter = registration.ParseRecord() } }, isMasked);
        if (!registration.IsActive)
            fields[GroundField] = NameOf(registration.Ground);
        return fields;
    }

    /// <summary>The fields that differ, in the order of their names.</summary>
    public static IEnumerable<FieldDifference> Between(IReadOnlyDictionary<string, string> before, IReadOnlyDictionary<string, string> after) => before.Keys.Union(after.Keys)
        .Order(StringComparer.Ordinal)
        .Select(field => new FieldDifference { Field = field, Before = before.GetValueOrDefault(field, ""), After = after.GetValueOrDefault(field, "") })
        .Where(difference => difference.Before != difference.After);

    private static void AddFields(SortedDictionary<string, string> fields, Change record, bool isMasked)
    {
        if (isMasked)
            record = ChangeMask.Masked(record);
        var kind = Change.Descriptor.FindFieldByNumber((int)record.KindCase);
        var message = record.VoterUpsert is { } upsert ? upsert.Voter : (IMessage)kind.Accessor.GetValue(record);
        AddFields(fields, message, prefix: "");
    }

    private static void AddFields(SortedDictionary<string, string> fields, IMessage message, string prefix)
    {
        foreach (var field in message.Descriptor.Fields.InFieldNumberOrder())
        {
            var value = field.Accessor.GetValue(message);
            if (field.IsRepeated)
            {
                var list = (System.Collections.IList)value;
                for (var i = 0; i < list.Count; i++)
                    AddField(fields, field, list[i]!, $"{prefix}{field.Name}[{i}]");
            }
            else if (value is not null)
            {
                AddField(fields, field, value, prefix + field.Name);
            }
        }
    }

    private static void AddField(SortedDictionary<string, string> fields, FieldDescriptor field, object value, string path)
    {
        if (value is IMessage message)
        {
            AddFields(fields, message, path + ".");
            return;
        }

        var text = field.FieldType is FieldType.Enum
            ? field.EnumType.FindValueByNumber((int)value)?.Name ?? ((int)value).ToString(System.Globalization.CultureInfo.InvariantCulture)
            : Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)!;
        if (text.Length > 0 && !(field.FieldType is FieldType.Enum && (int)value == 0))
            fields[path] = text;
    }

    private static string NameOf(RemovalGround ground) => VoterRemoval.Descriptor.FindFieldByName(GroundField).EnumType.FindValueByNumber((int)ground).Name;
}
