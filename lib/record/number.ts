/** Digits that any number keeps, so that more of them are noise only if they change nothing. */
const DIGITS_IN_A_NUMBER = 17;

/**
 * Why a number as written cannot be kept: it is too large, or it has digits that get lost. The last
 * digit of a fraction may be rounding noise, which every program writes; that of a whole number not.
 */
export function numberProblem(literal: string): string | undefined {
  const value = Number(literal);
  if (!Number.isFinite(value)) return "is larger than a number can be; write it as text";
  const written = significantDigits(literal);
  if (written === significantDigits(String(value))) return undefined;
  const isNoise = !Number.isInteger(value) && written.length <= DIGITS_IN_A_NUMBER;
  return isNoise ? undefined : "has more digits than a number can keep; write it as text";
}

/** `-0.0120e5` → `12` */
function significantDigits(literal: string): string {
  const [mantissa = ""] = literal.toLowerCase().split("e");
  const digits = mantissa.replace(/[-.]/g, "");
  let start = 0;
  let end = digits.length;
  while (digits[start] === "0") start += 1;
  while (end > start && digits[end - 1] === "0") end -= 1;
  return digits.slice(start, end);
}
