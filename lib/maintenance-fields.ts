import { z } from "zod";
import { componentStates, withComponents } from "@/lib/component-fields";
import { isZone } from "@/lib/domain/team";
import { momentOf } from "@/lib/domain/zone-time";
import { jsonOf, listOf, optional, requiredLine, requiredText } from "@/lib/fields";

const LONGEST_REMINDER = 30 * 1440;

const ticked = z
  .literal("on")
  .optional()
  .transform((value) => value !== undefined);

export const workId = z.string().max(40);
export const workBody = requiredText("Write the message.", 5000);

const wall = z.string().max(40);

const plan = {
  title: requiredLine("Name the work as customers understand it."),
  from: wall,
  until: wall,
  zone: z.string().refine(isZone, "Choose a time zone."),
  startsItself: ticked,
  endsItself: ticked,
  remindBefore: optional(z.coerce.number().int().min(1).max(LONGEST_REMINDER)),
  components: componentStates.default({}),
};

type Window = { from: string; until: string; zone: string };

/** The moments of a window that was typed as clocks in a zone show it. */
function windowOf(
  { from, until, zone }: Window,
  context: z.core.$RefinementCtx,
): { scheduledFor: number; scheduledUntil: number } {
  const [scheduledFor = 0, scheduledUntil = 0] = (
    [
      ["from", from],
      ["until", until],
    ] as const
  ).map(([field, text]) => {
    const moment = momentOf(zone, text);
    if ("at" in moment) return moment.at;
    context.addIssue({ code: "custom", path: [field], message: moment.problem });
    return 0;
  });
  return { scheduledFor, scheduledUntil };
}

const overlaps = z.array(workId).max(1000);

const planned = <Fields extends Window & { components: object; remindBefore?: number | undefined }>(
  fields: Fields,
  context: z.core.$RefinementCtx,
) => {
  const { from: _from, until: _until, zone: _zone, components, remindBefore, ...rest } = fields;
  return {
    ...rest,
    ...windowOf(fields, context),
    remindBefore: remindBefore ?? null,
    components,
  };
};

/** The form that announces work. */
export const scheduleFields = z.preprocess(
  withComponents,
  z
    .strictObject({ ...plan, body: workBody, seen: jsonOf(z.object({ overlaps })) })
    .transform(({ seen, ...fields }, context) => ({
      ...planned(fields, context),
      seenOverlaps: seen.overlaps,
    })),
);

/** The form that changes a plan. */
export const planFields = z.preprocess(
  withComponents,
  z
    .strictObject({
      ...plan,
      id: workId,
      body: optional(workBody),
      seen: jsonOf(z.strictObject({ version: z.int(), overlaps })),
    })
    .transform(({ seen, ...fields }, context) => ({
      ...planned(fields, context),
      version: seen.version,
      seenOverlaps: seen.overlaps,
    })),
);

/** The form that keeps words for work that comes again. */
export const templateFields = {
  name: requiredLine("Name the template.", 80),
  title: plan.title,
  body: workBody,
  minutes: z.coerce.number("Write whole minutes.").int("Write whole minutes.").min(1).max(44_640),
  components: listOf(z.coerce.number().int()),
};
