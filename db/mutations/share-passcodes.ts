import { fitsPassword } from "@/lib/auth/password";
import { readerOf } from "@/lib/domain/share-link";
import { recordRefusal } from "./refusals";
import { forgetAttempts, returnAttempt, takeAttempt } from "./sign-in-attempts";

type Locked = {
  id: number;
  key: string;
  label: string;
  incidentId: number;
  passcodeHash: string | null;
};

/** How many passcodes may be wrong before each further one waits: from one place, and of one link from all. */
const FREE = { place: 5, link: 20 };

/**
 * Looks at a passcode; "fits", "wrong", or for how many milliseconds none is looked at. Browsers that gave
 * it before are not asked again, so whoever guesses keeps none of them out.
 */
export async function tryPasscode(
  link: Locked,
  { passcode, address }: { passcode: string; address: string },
  now = Date.now(),
): Promise<"fits" | "wrong" | number> {
  const place = { key: `share:${link.id}:${address}`, free: FREE.place };
  const all = { key: `share:${link.id}`, free: FREE.link };
  const wait = takeAttempt([place, all], now);
  if (wait === 0 && (await fitsPassword(passcode, link.passcodeHash ?? undefined))) {
    forgetAttempts(place.key);
    returnAttempt(all.key);
    return "fits";
  }
  recordRefusal({
    actor: readerOf(link),
    action: "share-link:unlock",
    object: `incident ${link.key}`,
    detail: { link: link.id, why: wait > 0 ? "too many attempts" : "wrong passcode" },
    incidentId: link.incidentId,
  });
  return wait > 0 ? wait : "wrong";
}
