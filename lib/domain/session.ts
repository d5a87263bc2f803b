const HOUR = 3_600_000;

/** A session without a request for this long is over. */
export const SESSION_IDLE = 12 * HOUR;

/** A session is over after this long, however busy it was. */
export const SESSION_LENGTH = 7 * 24 * HOUR;

/** Sessions write down that they were seen at most this often. */
export const SESSION_SEEN_EVERY = 60_000;

/** For how long the second factor of a sign-in is waited for. */
export const HALF_SIGN_IN_LENGTH = HOUR / 6;

/** For how long after somebody showed that it is them dangerous things are not asked for anew. */
export const PROOF_LENGTH = HOUR / 4;

/** How somebody came in: with a password, a link that was sent to them, or another provider's word. */
export const SIGN_IN_WAYS = ["password", "link", "provider"] as const;
export type SignInWay = (typeof SIGN_IN_WAYS)[number];

/** Where a sign-in came from, as far as it is known. */
export type Arrival = { address: string | null; browser: string | null };

/** A sign-in that is done, with what the browser keeps of it. */
export type SignedIn = { is: "whole"; userId: number; sid: string; device: string };

/** The password was right, and the second factor is asked for. */
export type HalfSignedIn = { is: "half"; userId: number; half: string };
