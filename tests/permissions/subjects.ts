import type { Role } from "@/lib/domain/permissions";

/**
 * Who may ask: a stranger, the holder of a share link, a program with a token of an admin's for everything, and
 * people by their roles. A link opens its own page and a token the API, and nothing else.
 */
export const SUBJECTS = ["stranger", "link", "token", "viewer", "responder", "admin"] as const;
export type Subject = (typeof SUBJECTS)[number];

/** The least role that something takes; "anyone" needs not even sign in. */
export type Least = "anyone" | Role;

const RANKS = { viewer: 1, responder: 2, admin: 3 } as const satisfies Record<Role, number>;

/** True for whoever has signed in as at least this role. */
export function isAtLeast(subject: Subject, least: Least): boolean {
  if (least === "anyone") return true;
  const isRole = subject === "viewer" || subject === "responder" || subject === "admin";
  return isRole && RANKS[subject] >= RANKS[least];
}
