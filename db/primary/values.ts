import { z } from "zod";

/** A value as the primary's protocol (Hrana over HTTP) writes it. */
const wireValue = z.discriminatedUnion("type", [
  z.object({ type: z.literal("null") }),
  z.object({ type: z.literal("integer"), value: z.string() }),
  z.object({ type: z.literal("float"), value: z.number() }),
  z.object({ type: z.literal("text"), value: z.string() }),
  z.object({ type: z.literal("blob"), base64: z.string() }),
]);

export type WireValue = z.infer<typeof wireValue>;

export const wireResult = z.object({
  cols: z.array(z.object({ name: z.string().nullable() })).default([]),
  rows: z.array(z.array(wireValue)).default([]),
  affected_row_count: z.number().default(0),
  last_insert_rowid: z.string().nullish(),
});

export type WireResult = z.infer<typeof wireResult>;

export type Value = null | number | string | Buffer;

/** What can be bound to a statement; better-sqlite3 refuses the same others. */
export function toWire(value: unknown): WireValue {
  if (value === null) return { type: "null" };
  if (typeof value === "string") return { type: "text", value };
  if (typeof value === "bigint") return { type: "integer", value: String(value) };
  if (typeof value === "number") return numberToWire(value);
  if (value instanceof Uint8Array) {
    return { type: "blob", base64: Buffer.from(value).toString("base64") };
  }
  throw new TypeError("SQLite can bind numbers, strings, bigints, buffers and null only.");
}

/** better-sqlite3 binds every number as a float, which a column of integers takes as one where it is whole. */
const numberToWire = (value: number): WireValue =>
  Number.isSafeInteger(value)
    ? { type: "integer", value: String(value) }
    : { type: "float", value };

export function fromWire(value: WireValue): Value {
  switch (value.type) {
    case "null":
      return null;
    case "integer":
      return Number(value.value);
    case "blob":
      return Buffer.from(value.base64, "base64");
    default:
      return value.value;
  }
}
