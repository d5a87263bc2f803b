import { customType, integer, text } from "drizzle-orm/sqlite-core";
import type { Json, JsonObject } from "@/lib/domain/record";
import { toJson } from "@/lib/record/json";

/** UTC milliseconds since 1970. */
export const instant = () => integer();

/** UTC milliseconds, stamped when the row is made. */
export const createdAt = () =>
  integer()
    .notNull()
    .$defaultFn(() => Date.now());

/** Any JSON value, kept as text. */
export const json = <T extends Json | JsonObject>() =>
  customType<{ data: T; driverData: string }>({
    dataType: () => "text",
    toDriver: (value) => toJson(value),
    fromDriver: (value) => JSON.parse(value),
  })();

/** Where a row came from: a record that was imported, a person in the portal, or the portal itself. */
export const ORIGINS = ["import", "portal", "system"] as const;
export type Origin = (typeof ORIGINS)[number];
export const origin = () => text({ enum: ORIGINS }).notNull();

/** Counts up with every change; a write names the version that it has read. */
export const version = () => integer().notNull().default(1);

/**
 * The object as it was imported, to the letter of its values. The columns beside it are what people
 * query and edit; an export writes a column only where it no longer agrees with its source.
 */
export const source = () => json<JsonObject>();
