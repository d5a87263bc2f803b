const HOUR = 3_600_000;

/** A session without a request for this long is over. */
export const SESSION_IDLE = 12 * HOUR;

/** A session is over after this long, however busy it was. */
export const SESSION_LENGTH = 7 * 24 * HOUR;

/** Sessions write down that they were seen at most this often. */
export const SESSION_SEEN_EVERY = 60_000;
