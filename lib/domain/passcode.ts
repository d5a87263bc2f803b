export const PASSCODE_LENGTH = { least: 6, most: 100 } as const;

/** Why a link cannot have this passcode; `undefined` where it can. */
export function passcodeProblem(passcode: string): string | undefined {
  const { least, most } = PASSCODE_LENGTH;
  if (passcode.length < least) return `Use ${least} characters at least.`;
  if (passcode.length > most) return `Use ${most} characters at most.`;
  return /^(.)\1*$/u.test(passcode) || isRow(passcode)
    ? "This one is guessed first. Choose another."
    : undefined;
}

/** `123456` and its like. */
const isRow = (text: string) => "01234567890".includes(text) || "09876543210".includes(text);
