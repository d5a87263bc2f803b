import { cookies } from "next/headers";
import { tryPasscode } from "@/db/mutations/share-passcodes";
import { addressOf } from "@/lib/auth/address";
import { formOf } from "@/lib/form-of";
import { PASS_COOKIE, passFor } from "@/lib/share-pass";
import { sharedCookie } from "../../../cookie";
import { goTo } from "../../../plain-page";
import { forHolders } from "../holder";

const MINUTE = 60_000;

/** Looks at a passcode, and remembers in the browser that it was right. */
export const POST = forHolders(async ({ link, token, isLocked }, request) => {
  const page = `/s/view/${link.key}`;
  if (!isLocked) return goTo(page);
  const passcode = (await formOf(request)).text("passcode");
  const address = addressOf(request.headers);
  const outcome = await tryPasscode(link, { passcode, address });
  if (outcome === "wrong") return goTo(`${page}?passcode=wrong`);
  if (outcome !== "fits") return goTo(`${page}?wait=${Math.ceil(outcome / MINUTE)}`);
  (await cookies()).set(sharedCookie(link, { name: PASS_COOKIE, value: passFor(token, link) }));
  return goTo(`${page}/seen`);
});
