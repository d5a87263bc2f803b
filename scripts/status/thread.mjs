// A thread does not inherit the loader of TypeScript: this registers it, then runs the publisher.
import { register } from "tsx/esm/api";

register();
await import("./publisher.ts");
