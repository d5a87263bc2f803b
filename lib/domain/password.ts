import common from "./common-passwords.json" with { type: "json" };

export const PASSWORD_MIN_CHARACTERS = 12;
export const PASSWORD_MAX_BYTES = 1024;

const COMMON = new Set(common.passwords.flatMap((line) => line.split(" ")));

/** Why a password cannot be chosen, in words; nothing if it can. */
export function passwordProblem(password: string): string | undefined {
  if ([...password].length < PASSWORD_MIN_CHARACTERS) return "Use at least 12 characters.";
  if (isTooLong(password)) return "Use at most 1,024 bytes.";
  if (isGuessable(password)) return "Choose a password that is harder to guess.";
}

export const isTooLong = (password: string) =>
  new TextEncoder().encode(password).length > PASSWORD_MAX_BYTES;

function isGuessable(password: string): boolean {
  const lower = password.toLowerCase();
  const core = withoutEnds(lower);
  const half = lower.slice(0, Math.ceil(lower.length / 2));
  const isDouble = lower === half + half;
  return (
    new Set(lower).size < 5 ||
    isOneRun(lower) ||
    [lower, core, plain(core), withoutEnds(plain(lower))].some((word) => COMMON.has(word)) ||
    (isDouble && COMMON.has(half))
  );
}

/** Without the digits and marks at its ends. */
const withoutEnds = (word: string) => word.replace(/^[^a-z]+|[^a-z]+$/g, "");

const DISGUISES = new Map(
  Object.entries({ 0: "o", 1: "l", 3: "e", 4: "a", 5: "s", "@": "a", $: "s" }),
);

/** With letters for the digits and marks that stand for them. */
const plain = (word: string) =>
  word.replaceAll(/[01345@$]/g, (sign) => DISGUISES.get(sign) ?? sign);

/** True for 123456789012 and its like: each digit follows the one before. */
const isOneRun = (password: string) =>
  /^\d+$/.test(password) &&
  [...password].every(
    (digit, i) => i === 0 || (Number(password[i - 1]) + 1) % 10 === Number(digit),
  );
