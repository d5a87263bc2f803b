import { cookies } from "next/headers";
import { cookieName } from "@/lib/auth/cookie";
import { PROVIDER_TRIP_LENGTH } from "@/lib/domain/provider";
import { HALF_SIGN_IN_LENGTH } from "@/lib/domain/session";
import { env } from "@/lib/env";

/** For how many seconds each is kept. */
const AGES = {
  half: HALF_SIGN_IN_LENGTH / 1000,
  device: 365 * 24 * 3600,
  provider: PROVIDER_TRIP_LENGTH / 1000,
} as const;
type Kept = keyof typeof AGES;

const nameOf = (what: Kept) => cookieName(`muster-${what}`, env().baseUrl);

/** What this browser carries of a sign-in that is half done or on its way, or of an earlier one. */
export const heldCookie = async (what: Kept): Promise<string | undefined> =>
  (await cookies()).get(nameOf(what))?.value;

export const holdCookie = (what: Kept, value: string): Promise<void> =>
  put(what, value, AGES[what]);

export const dropCookie = (what: Kept): Promise<void> => put(what, "", 0);

/** A cookie is dropped with the marks that it was set with, or browsers keep it. */
async function put(what: Kept, value: string, maxAge: number): Promise<void> {
  (await cookies()).set(nameOf(what), value, {
    httpOnly: true,
    sameSite: "lax",
    path: "/",
    secure: env().baseUrl.startsWith("https:"),
    maxAge,
  });
}
