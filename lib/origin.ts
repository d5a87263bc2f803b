import { AsyncLocalStorage } from "node:async_hooks";
import { addressOf } from "@/lib/auth/address";

/** By which door something came: a signed-in person's, a stranger's, or none, where the portal did it by itself. */
export type Via =
  "session" | "public" | "sign-in" | "cli" | "system" | `token ${string}` | `link ${string}`;

export type Origin = { via: Via; address?: string; requestId?: string };

declare global {
  var musterOrigin: AsyncLocalStorage<Origin> | undefined;
}

/** Pages and handlers are bundled apart and meet on `globalThis`. */
const storage = () => (globalThis.musterOrigin ??= new AsyncLocalStorage());

/** Runs something whose changes the audit record says came from there. */
export function withOrigin<T>(origin: Origin, run: () => T): T {
  return storage().run(origin, run);
}

/** Where what is being done came from: from the portal itself, unless a door said otherwise. */
export const originNow = (): Origin => storage().getStore() ?? { via: "system" };

/** Where a request came from; its id is the one in the server's log. */
export const originOf = (headers: Headers, via: Via): Origin => ({
  via,
  address: addressOf(headers),
  requestId: headers.get("x-request-id") ?? undefined,
});
