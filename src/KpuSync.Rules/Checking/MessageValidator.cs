using FluentValidation;
using FluentValidation.Results;
using FluentValidation.Validators;

namespace KpuSync.Rules.Checking;

/// <summary>Validator of one message of the contract. Fields are checked in the order in which they are declared; each is named as in the contract.</summary>
/// <remarks>All of them are one rule: a rule for each field costs ten times what its check does, thirty times over for every change.</remarks>
internal abstract class MessageValidator<TMessage> : AbstractValidator<Subject<TMessage>>
{
    private readonly List<(string Name, Func<Subject<TMessage>, Broken?> Check)> _fields = [];

    protected MessageValidator() => RuleFor(subject => subject).SetValidator(new FieldChecks(_fields));

    /// <summary>Declares one check of a field: null if the value keeps the rule, otherwise which rule it breaks.</summary>
    /// <param name="field">Name in the contract.</param>
    /// <param name="value">The field.</param>
    /// <param name="check">A static lambda: it runs for every change.</param>
    protected void Field<TValue>(string field, Func<Subject<TMessage>, TValue> value, Func<Subject<TMessage>, TValue, Broken?> check) =>
        _fields.Add((field, subject => check(subject, value(subject))));

    // A failure carries the rule, and never the value: what is reported may not hold personal data.
    private sealed class FieldChecks(List<(string Name, Func<Subject<TMessage>, Broken?> Check)> fields)
        : PropertyValidator<Subject<TMessage>, Subject<TMessage>>
    {
        public override string Name => nameof(FieldChecks);

        public override bool IsValid(ValidationContext<Subject<TMessage>> context, Subject<TMessage> value)
        {
            foreach (var (name, check) in fields)
            {
                if (check(value) is { } broken)
                    context.AddFailure(new ValidationFailure(name, broken.Rule.Code) { ErrorCode = broken.Rule.Code, CustomState = broken });
            }

            return true;
        }
    }
}
