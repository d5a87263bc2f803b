import { z } from "zod";
import { search } from "@/db/queries/search";
import { shownTime } from "@/lib/api/fields";
import { defineOperation } from "@/lib/api/operation";
import { cursorOf, listOf, MOST_AT_ONCE, pageQuery, placeOf } from "@/lib/api/page";
import { SEVERITIES } from "@/lib/domain/incident";
import { SEARCH_KINDS } from "@/lib/domain/search";

const hit = z
  .object({
    kind: z.enum(SEARCH_KINDS),
    key: z.string().meta({ description: "The key of its incident." }),
    title: z.string(),
    severity: z.enum(SEVERITIES),
    status: z.string(),
    isDrill: z.boolean(),
    at: shownTime,
    by: z.string().nullable(),
    href: z.string().meta({ description: "Where the portal shows it." }),
    excerpt: z.array(z.object({ text: z.string(), isMatch: z.boolean() })),
  })
  .meta({ id: "SearchHit" });

const place = z.tuple([z.int().min(1).max(100_000), z.int().min(1).max(MOST_AT_ONCE)]);

const find = defineOperation({
  id: "search",
  method: "GET",
  path: "/search",
  summary: "Search incidents and all that belongs to them",
  description:
    "What has every word; words between quotes side by side, and the last one may go on. A page has up to `limit` of each kind, the best first.",
  tags: ["Search"],
  needs: "portal:read",
  scope: "incidents:read",
  query: z.strictObject({
    q: z.string().min(1).max(300),
    kind: z.enum(SEARCH_KINDS).optional(),
    ...pageQuery,
  }),
  answer: listOf(hit),
  run(viewer, { query: { q: text, kind, cursor, limit } }) {
    const [page, perPage] = placeOf(cursor, place) ?? [1, limit];
    const groups = search(viewer, { text, kinds: kind && [kind], page, perPage });
    const isLast = groups.every(({ count }) => count <= page * perPage);
    return {
      items: groups.flatMap(({ hits }) => hits),
      nextCursor: isLast ? null : cursorOf([page + 1, perPage]),
    };
  },
});

export const SEARCH_OPERATIONS = [find];
