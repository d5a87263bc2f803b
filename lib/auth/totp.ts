import { Secret, TOTP } from "otpauth";

const PERIOD = 30;

/** A new secret as people type it: 160 bits, in base 32. */
export const makeTotpSecret = () => new Secret({ size: 20 }).base32;

/** The address that an authenticator app reads from a picture. */
export const totpAddress = (secret: string, label: string) => totpOf(secret, label).toString();

/**
 * The half minute that a code is of, if it is right now or was right up to half a minute before or after:
 * clocks differ.
 */
export function stepOf(code: string, secret: string, now: number): number | undefined {
  const token = code.replaceAll(/\s/g, "");
  if (!/^\d{6}$/.test(token)) return undefined;
  const delta = totpOf(secret).validate({ token, timestamp: now, window: 1 });
  return delta === null ? undefined : Math.floor(now / 1000 / PERIOD) + delta;
}

/** The code of a moment, as the app shows it. */
export const totpCode = (secret: string, now: number) =>
  totpOf(secret).generate({ timestamp: now });

const totpOf = (secret: string, label = "") =>
  new TOTP({ issuer: "Muster", label, secret: Secret.fromBase32(secret), period: PERIOD });
