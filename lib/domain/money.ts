const SIGN = "[$€£¥]";
const CODE = "(?:US|AU|CA)?(?:USD|EUR|GBP|CHF|JPY|AUD|CAD)";
const WORD = "(?:dollars?|euros?|pounds?|francs?)";
const NUMBER = String.raw`\d[\d.,'’]*\d|\d`;
const SCALE = String.raw`(?:\s?(?:k|m|bn|thousand|million|billion)\b)?`;
const AMOUNT = new RegExp(
  [
    String.raw`(?:\b(?:US|AU|CA))?${SIGN}\s?(?:${NUMBER})${SCALE}`,
    String.raw`\b${CODE}\s?(?:${NUMBER})${SCALE}`,
    String.raw`(?<![\p{L}\d])(?:${NUMBER})${SCALE}\s?(?:${SIGN}|(?:${CODE}|${WORD})\b)`,
  ].join("|"),
  "giu",
);

export const MASKED_MONEY = "[amount hidden]";

/** The text without amounts of money: `$28,500`, `EUR 1.2 million`, `300 dollars`. */
export const maskMoney = (text: string): string => text.replace(AMOUNT, MASKED_MONEY);

/** The amounts of money in a text. */
export const moneyIn = (text: string): string[] =>
  [...text.matchAll(AMOUNT)].map(([amount]) => amount);
