import { hashToken } from "@/lib/token";

/** The cookie that says that its browser gave the passcode, for the one path of the incident. */
export const PASS_COOKIE = "muster-share-pass";

type Locked = { passcodeHash: string | null };

/** What that cookie holds: nobody can make it up, and it ends with the token and with the passcode. */
export const passFor = (token: string, { passcodeHash }: Locked): string =>
  hashToken(`${token} ${passcodeHash ?? ""}`);

/** Does a browser with this cookie have to give the passcode? Hashes are compared, so that time tells nothing. */
export function isLocked(link: Locked, token: string, pass: string | undefined): boolean {
  if (link.passcodeHash === null) return false;
  return pass === undefined || hashToken(pass) !== hashToken(passFor(token, link));
}
