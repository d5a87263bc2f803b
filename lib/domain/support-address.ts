import { isMailAddress } from "./mail-address";
import { addressProblem } from "./web-address";

const MAIL = "mailto:";

/** Why readers cannot report a problem there; `undefined` for a web address or `mailto:` and an e-mail address. */
export function supportProblem(text: string): string | undefined {
  if (!text.startsWith(MAIL)) return addressProblem(text);
  return isMailAddress(text.slice(MAIL.length))
    ? undefined
    : "Write one e-mail address after mailto:.";
}
