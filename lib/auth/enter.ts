import { startSignIn } from "@/lib/auth/config";
import { dropCookie, holdCookie } from "@/lib/auth/sign-in-cookies";
import type { HalfSignedIn, SignedIn } from "@/lib/domain/session";

/** Gives the browser what it needs of a sign-in: the session's cookie, or what the second step asks for. */
export async function enter(found: SignedIn | HalfSignedIn): Promise<SignedIn | HalfSignedIn> {
  if (found.is === "half") {
    await holdCookie("half", found.half);
    return found;
  }
  await dropCookie("half");
  await holdCookie("device", found.device);
  await startSignIn(found.sid);
  return found;
}
