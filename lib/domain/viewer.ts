import type { Role } from "./permissions";

/** Who asks. Plain data, so that queries and mutations can be tested without the web. */
export type Viewer = { userId: number; name: string; email: string; role: Role };
