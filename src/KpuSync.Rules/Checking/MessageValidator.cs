using System.Linq.Expressions;
using FluentValidation;
using FluentValidation.Results;
using FluentValidation.Validators;

namespace KpuSync.Rules.Checking;

/// <summary>Validator of one message of the contract. Rules run in the order in which they are declared; each names the field by its contract name.</summary>
internal abstract class MessageValidator<TMessage> : AbstractValidator<Subject<TMessage>>
{
    /// <summary>Declares one check of a field: null if the value keeps the rule, otherwise which rule it breaks.</summary>
    /// <param name="field">Name in the contract.</param>
    /// <param name="value">The field.</param>
    /// <param name="check">A static lambda: it runs for every change.</param>
    protected void Field<TValue>(string field, Expression<Func<Subject<TMessage>, TValue>> value, Func<Subject<TMessage>, TValue, Broken?> check) =>
        RuleFor(value).Configure(rule => rule.PropertyName = field).SetValidator(new FieldCheck<TValue>(field, check));

    // A failure carries the rule, and never the value: what is reported may not hold personal data.
    private sealed class FieldCheck<TValue>(string field, Func<Subject<TMessage>, TValue, Broken?> check) : PropertyValidator<Subject<TMessage>, TValue>
    {
        public override string Name => nameof(FieldCheck<>);

        public override bool IsValid(ValidationContext<Subject<TMessage>> context, TValue value)
        {
            if (check(context.InstanceToValidate, value) is { } broken)
                context.AddFailure(new ValidationFailure(field, broken.Rule.Code) { ErrorCode = broken.Rule.Code, CustomState = broken });
            return true;
        }
    }
}
