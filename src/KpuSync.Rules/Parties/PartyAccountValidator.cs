using KpuSync.Contracts.V1;
using KpuSync.Rules.Checking;
using KpuSync.Rules.Registry;

namespace KpuSync.Rules.Parties;

/// <summary>Rules of a party's bank account.</summary>
internal sealed class PartyAccountValidator : MessageValidator<PartyAccount>
{
    private const int TextMax = 100;
    private const int DigitsMin = 5;
    private const int DigitsMax = 30;

    public PartyAccountValidator()
    {
        Field("party_number", s => s.Message.PartyNumber, static (_, number) => PartyNumber.Check(number));
        Field("level", s => s.Message.Level, static (_, level) => NumberForm.RequiredEnum((int)level, last: (int)PartyLevel.Regency));
        Field("area_code", s => s.Message, static (s, account) => PartyArea.Check(account.Level, account.AreaCode, s.At));
        Field("bank", s => s.Message.Bank, static (_, bank) => TextForm.Required(bank, TextMax));
        Field("account_number", s => s.Message.AccountNumber, static (_, number) => CheckNumber(number));
        Field("holder", s => s.Message.Holder, static (_, holder) => TextForm.Required(holder, TextMax));
    }

    private static Broken? CheckNumber(string number)
    {
        if (number.Length == 0)
            return FieldRules.Required;
        return number.Length is >= DigitsMin and <= DigitsMax && number.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0 ? null : PartyRules.AccountMalformed;
    }
}
