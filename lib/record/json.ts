import { createHash } from "node:crypto";
import type { Json } from "@/lib/domain/record";

type Form = { indent?: number; sorted?: boolean };

/**
 * The JSON text of a value. It differs from JSON.stringify in that -0 keeps its sign, and in that keys
 * can be sorted, so that equal values give equal texts.
 */
export function toJson(value: Json, { indent = 0, sorted = false }: Form = {}): string {
  const space = indent > 0 ? " " : "";

  function write(part: Json, margin: string): string {
    if (Object.is(part, -0)) return "-0";
    if (part === null || typeof part !== "object") return JSON.stringify(part);
    const inner = indent > 0 ? margin + " ".repeat(indent) : "\n";
    if (Array.isArray(part)) {
      return enclose(
        "[",
        part.map((item) => write(item, inner)),
        "]",
        margin,
        inner,
      );
    }
    const members: string[] = [];
    for (const key of sorted ? Object.keys(part).sort() : Object.keys(part)) {
      const member = part[key];
      if (member !== undefined) {
        members.push(`${JSON.stringify(key)}:${space}${write(member, inner)}`);
      }
    }
    return enclose("{", members, "}", margin, inner);
  }

  function enclose(open: string, parts: string[], close: string, margin: string, inner: string) {
    if (indent === 0 || parts.length === 0) return open + parts.join(",") + close;
    return open + inner + parts.join(`,${inner}`) + margin + close;
  }

  return write(value, indent > 0 ? "\n" : "");
}

/** One text for all spellings of the same value: keys sorted, no spaces. */
export const canonicalJson = (value: Json) => toJson(value, { sorted: true });

/** SHA-256 of the canonical JSON, hexadecimal. */
export const hashOf = (value: Json) =>
  createHash("sha256").update(canonicalJson(value)).digest("hex");
