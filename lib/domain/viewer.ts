import type { Role } from "./permissions";

/** Who asks. Plain data, so that queries and mutations can be tested without the web. */
export type Viewer = { userId: number; name: string; email: string; role: Role };

/** Whoever runs something on the portal's own machine, who may do everything. */
export const operator = (name: string): Viewer => ({ userId: 0, name, email: "", role: "admin" });

/** Nobody in particular, for what all who are signed in may read: no private incident is there for them. */
export const ANYBODY: Viewer = { userId: 0, name: "", email: "", role: "viewer" };
