export const RECOVERY_CODES = 10;

/** Letters and digits that cannot be mistaken for one another. */
export const RECOVERY_ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";
export const RECOVERY_LENGTH = 12;

/** Four by four, to be read aloud and typed. */
export const shownCode = (code: string) => code.replaceAll(/(.{4})(?=.)/g, "$1-");

/** A code as it is kept, however it was typed; nothing where it cannot be one. */
export function typedCode(text: string): string | undefined {
  const code = text.toLowerCase().replaceAll(/[\s-]/g, "");
  const isOne =
    code.length === RECOVERY_LENGTH && [...code].every((sign) => RECOVERY_ALPHABET.includes(sign));
  return isOne ? code : undefined;
}

/** What the secret of an account is sealed as, so that it opens for no other account. */
export const factorContext = (userId: number) => `second factor of user ${userId}`;
