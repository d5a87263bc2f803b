/** Limits on how often somebody may ask, which count for all machines together. */
export const LIMITS = [
  "api",
  "api-guesses",
  "share-guesses",
  "subscribe",
  "deliveries",
  "wrong-keys",
] as const;
export type Limit = (typeof LIMITS)[number];
