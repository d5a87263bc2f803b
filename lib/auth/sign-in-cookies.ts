import { cookies } from "next/headers";
import { cookieName } from "@/lib/auth/cookie";
import { HALF_SIGN_IN_LENGTH } from "@/lib/domain/session";
import { env } from "@/lib/env";

const YEAR = 365 * 24 * 3600;
const NAMES = { half: "muster-half", device: "muster-device" } as const;

const nameOf = (what: keyof typeof NAMES) => cookieName(NAMES[what], env().baseUrl);

/** What this browser carries of a sign-in that is half done, or of an earlier one. */
export const heldCookie = async (what: keyof typeof NAMES): Promise<string | undefined> =>
  (await cookies()).get(nameOf(what))?.value;

export async function holdCookie(what: keyof typeof NAMES, value: string): Promise<void> {
  (await cookies()).set(nameOf(what), value, {
    httpOnly: true,
    sameSite: "lax",
    path: "/",
    secure: env().baseUrl.startsWith("https:"),
    maxAge: what === "half" ? HALF_SIGN_IN_LENGTH / 1000 : YEAR,
  });
}

export async function dropCookie(what: keyof typeof NAMES): Promise<void> {
  (await cookies()).delete(nameOf(what));
}
