import { createHash } from "node:crypto";

/** The strong ETag of what is answered: equal texts have equal ones. */
export const etagOf = (text: string) =>
  `"${createHash("sha256").update(text).digest("base64url").slice(0, 27)}"`;

/** True when an `If-Match` or `If-None-Match` names this ETag, or any. A weak one names nothing that is changed. */
export const names = (condition: string, etag: string) =>
  condition
    .split(",")
    .map((each) => each.trim())
    .some((each) => each === etag || each === "*");
