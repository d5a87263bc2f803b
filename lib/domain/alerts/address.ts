import type { SourceKind } from "./source";

/** Where a source sends its alerts, with the key that opens it. */
export const hookPath = (kind: SourceKind, key: string) => `/api/hooks/${kind}/${key}`;
