import type { Permission } from "@/lib/domain/permissions";
import type { Scope } from "@/lib/domain/scopes";
import { can } from "@/lib/domain/permissions";
import type { Viewer } from "@/lib/domain/viewer";
import { Problem } from "./problem";

/** Whose token it is, and what it is for. */
export type Caller = { tokenId: number; viewer: Viewer; scopes: readonly Scope[] };

/** Refuses what the token is not for, or its owner may not do. */
export function requireMay(caller: Caller, { needs, scope }: { needs: Permission; scope: Scope }) {
  if (!caller.scopes.includes(scope)) {
    throw new Problem("forbidden", `This needs a token with the scope ${scope}.`);
  }
  if (!can(caller.viewer, needs)) {
    throw new Problem("forbidden", "You do not have permission to do this.");
  }
}
