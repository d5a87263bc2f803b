import { startSignIn } from "@/lib/auth/config";
import { dropCookie, holdCookie } from "@/lib/auth/sign-in-cookies";
import type { HalfSignedIn, SignedIn } from "@/lib/domain/session";

/** Gives the browser what it needs of a sign-in: the session's cookie, or what the second step asks for. */
export async function enter(found: SignedIn | HalfSignedIn): Promise<{ is: "whole" | "half" }> {
  const { is } = found;
  if (is === "half") {
    await holdCookie("half", found.half);
    return { is };
  }
  await dropCookie("half");
  await holdCookie("device", found.device);
  await startSignIn(found.sid);
  return { is };
}
