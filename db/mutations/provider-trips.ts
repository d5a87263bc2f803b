import { and, eq, gt, lt } from "drizzle-orm";
import { db, transaction } from "@/db/client";
import { providerTrips } from "@/db/schema";
import { seal, unseal } from "@/lib/auth/seal";
import { FREE_ATTEMPTS } from "@/lib/domain/attempts";
import {
  PROVIDER_TRIP_LENGTH,
  ProviderRefusal,
  type ProviderProblem,
  type TripPurpose,
} from "@/lib/domain/provider";
import type { Viewer } from "@/lib/domain/viewer";
import { hashToken, makeToken } from "@/lib/token";
import { recordRefusal } from "./refusals";
import { returnAttempt, takeAttempt } from "./sign-in-attempts";

type Wanted = {
  purpose: TripPurpose;
  /** What the browser's cookie carries: nobody else can end this trip. */
  browser: string;
  sessionId?: string | undefined;
  invitation?: string | undefined;
  callbackUrl: string;
};

/** Writes down that somebody leaves for the provider, and gives what ties the way back to this one. */
export function beginTrip(
  { browser, invitation, ...wanted }: Wanted,
  { address }: { address: string },
  now: number,
) {
  return transaction(() => {
    const place = { key: placeOf(address), free: FREE_ATTEMPTS.address };
    if (takeAttempt([place], now) > 0) throw new ProviderRefusal("often");
    db().delete(providerTrips).where(lt(providerTrips.expiresAt, now)).run();
    const [state, nonce, verifier] = [makeToken(), makeToken(), makeToken()];
    db()
      .insert(providerTrips)
      .values({
        ...wanted,
        id: hashToken(state),
        browser: hashToken(browser),
        nonce,
        verifier,
        invitation: invitation === undefined ? null : seal(invitation, SEALED_FOR),
        expiresAt: now + PROVIDER_TRIP_LENGTH,
      })
      .run();
    return { state, nonce, verifier, purpose: wanted.purpose };
  });
}

/** Uses a trip up, whatever comes of it; nobody but the browser in which it began can. */
export function endTrip(
  { state, browser }: { state: string; browser: string },
  { address }: { address: string },
  now: number,
) {
  return transaction(() => {
    const trip = db()
      .delete(providerTrips)
      .where(
        and(
          eq(providerTrips.id, hashToken(state)),
          eq(providerTrips.browser, hashToken(browser)),
          gt(providerTrips.expiresAt, now),
        ),
      )
      .returning()
      .get();
    if (!trip) return undefined;
    returnAttempt(placeOf(address));
    const { nonce, verifier, purpose, sessionId, callbackUrl } = trip;
    const invitation = trip.invitation === null ? undefined : unseal(trip.invitation, SEALED_FOR);
    return { state, nonce, verifier, purpose, sessionId, callbackUrl, invitation };
  });
}

export type EndedTrip = NonNullable<ReturnType<typeof endTrip>>;

const SEALED_FOR = "provider trip";
const placeOf = (address: string) => `provider:${address}`;

const REFUSED: Record<TripPurpose, string> = {
  "sign-in": "session:start",
  join: "session:start",
  link: "user:link-provider",
  prove: "user:prove",
};

/** Writes down that somebody came back from a provider, or said so, and for what was refused it. */
export function noteProviderRefusal(
  why: ProviderProblem,
  { purpose, viewer }: { purpose: TripPurpose; viewer?: Viewer | undefined },
): void {
  recordRefusal({
    actor: viewer?.name ?? "a stranger",
    action: REFUSED[purpose],
    object: viewer ? `user ${viewer.userId}` : "user unknown",
    detail: { way: "provider", why },
  });
}
