// A thread does not inherit the loader of TypeScript: this registers it, then runs the publisher.
import { register } from "tsx/esm/api";

process.env.NODE_ENV = "production"; // React draws three times as fast
register();
await import("./publisher.ts");
