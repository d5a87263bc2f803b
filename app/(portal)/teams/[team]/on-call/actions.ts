"use server";

import { z } from "zod";
import { coverOnCall, endCover, planOnCall } from "@/db/mutations/on-call";
import { defineAction } from "@/lib/action";
import { COVER_HOURS } from "@/lib/domain/on-call";
import { jsonOf, optional } from "@/lib/fields";

const slug = z.string().max(60);
const id = z.coerce.number("Choose somebody.").int();
const place = optional(id);
const places = {
  place1: place,
  place2: place,
  place3: place,
  place4: place,
  place5: place,
  place6: place,
  place7: place,
  place8: place,
};

const hours = z.coerce
  .number()
  .transform((given) => COVER_HOURS.find((known) => known === given))
  .pipe(z.literal(COVER_HOURS, "Choose for how long."));

export const planOnCallAction = defineAction({
  needs: "team:manage",
  input: z.strictObject({
    slug,
    seen: jsonOf(z.strictObject({ version: z.int() })),
    rotatesFrom: optional(z.string().max(10)),
    ...places,
  }),
  run: (viewer, { slug, seen, rotatesFrom, ...chosen }) =>
    planOnCall(viewer, { slug, ...seen, rotatesFrom, order: orderOf(chosen) }),
});

const orderOf = (chosen: Record<string, number | undefined>): number[] =>
  Object.keys(places).flatMap((name) => chosen[name] ?? []);

export const coverOnCallAction = defineAction({
  needs: "on-call:cover",
  input: z.strictObject({ slug, personId: id, hours }),
  run: (viewer, cover) => coverOnCall(viewer, cover),
});

export const endCoverAction = defineAction({
  needs: "on-call:cover",
  input: z.strictObject({ slug }),
  run: (viewer, cover) => endCover(viewer, cover),
});
