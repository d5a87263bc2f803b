import { z } from "zod";
import { Problem } from "./problem";

export const USUAL_LIMIT = 50;
export const MOST_AT_ONCE = 200;

/** The parameters of every list. */
export const pageQuery = {
  cursor: z
    .string()
    .max(500)
    .optional()
    .meta({ description: "Where the last page ended: its `nextCursor`. The first page without." }),
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(MOST_AT_ONCE)
    .default(USUAL_LIMIT)
    .meta({ description: "How many to answer at most." }),
};

export type PageQuery = { cursor?: string | undefined; limit: number };

/** What every list answers. */
export const listOf = <Item extends z.ZodType>(item: Item) =>
  z.object({
    items: z.array(item),
    nextCursor: z
      .string()
      .nullable()
      .meta({ description: "The `cursor` of the next page; `null` on the last one." }),
  });

const position = z.array(z.union([z.string(), z.number(), z.null()])).max(8);
type Position = z.infer<typeof position>;

/** A place in a list as the text that clients hand back. */
export const cursorOf = (at: Position) => Buffer.from(JSON.stringify(at)).toString("base64url");

/** The place that a cursor names, in the shape of this list. */
export function placeOf<Schema extends z.ZodType>(
  cursor: string | undefined,
  shape: Schema,
): z.output<Schema> | undefined {
  if (cursor === undefined) return undefined;
  const parsed = shape.safeParse(jsonOf(Buffer.from(cursor, "base64url").toString()));
  if (parsed.success) return parsed.data;
  throw new Problem("invalid", {
    detail: "This cursor is none of this list’s.",
    errors: [{ parameter: "cursor", detail: "This cursor is none of this list’s." }],
  });
}

/** One page of rows that were asked for with one more than the limit. */
export function pageOf<Row>(rows: Row[], limit: number, placeAt: (row: Row) => Position) {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: last && rows.length > limit ? cursorOf(placeAt(last)) : null };
}

/** One page of a list that is read whole: what follows the row whose id the cursor names. */
export function pageWithin<Row>(
  rows: Row[],
  { cursor, limit }: PageQuery,
  idOf: (row: Row) => string | number,
) {
  const after = placeOf(cursor, z.tuple([z.union([z.string(), z.number()])]))?.[0];
  const start = after === undefined ? 0 : rows.findIndex((row) => idOf(row) === after) + 1;
  if (after !== undefined && start === 0) {
    throw new Problem("invalid", {
      detail: "What this cursor names is gone. Begin again without it.",
      errors: [{ parameter: "cursor", detail: "What this cursor names is gone." }],
    });
  }
  return pageOf(rows.slice(start, start + limit + 1), limit, (row) => [idOf(row)]);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
