import { z } from "zod";
import { CHANNEL_KINDS } from "@/lib/domain/channel";
import { jsonOf, optional, requiredLine } from "@/lib/fields";

const CELL = "rule.";
const CHOICE = "choice.";

const ticked = z
  .literal("on")
  .optional()
  .transform((value) => value !== undefined);

const oneOf = optional(z.coerce.number().int().min(1));

const channelBasics = {
  name: requiredLine("Give the channel a name.", 80),
  reach: z.enum(["internal", "outside"]),
  hearsDrills: ticked,
  serviceId: oneOf,
  teamId: oneOf,
  perMinute: optional(
    z.coerce
      .number("Write a whole number.")
      .int("Write a whole number.")
      .min(1, "Write 1 or more.")
      .max(600, "Write 600 or less."),
  ),
};

const withReach = <Fields extends { reach: "internal" | "outside" }>({
  reach,
  ...rest
}: Fields) => ({
  ...rest,
  isInternal: reach === "internal",
});

/** A form about a new channel. */
export const newChannelFields = z
  .strictObject({
    ...channelBasics,
    kind: z.enum(CHANNEL_KINDS),
    address: requiredLine("Write where it goes.", 2000),
  })
  .transform(withReach);

/** A form about a channel that is there; an empty address stays as it is. */
export const channelFields = z
  .strictObject({
    ...channelBasics,
    id: z.coerce.number().int(),
    version: z.coerce.number().int(),
    address: optional(requiredLine("Write where it goes.", 2000)),
  })
  .transform(withReach);

const texts = z.record(z.string().max(100), z.string().max(20));

/** The matrix: a field for each cell, named `rule.3.incident.declared`. */
export const matrixFields = z.preprocess(
  (form) => gathered(form, CELL, "written", { keepsName: true }),
  z.strictObject({ written: texts, seen: jsonOf(texts) }),
);

/** A person's own choices: a field for each happening, named `choice.incident.declared`. */
export const choicesFields = z.preprocess(
  (form) => gathered(form, CHOICE, "choices", { keepsName: false }),
  z.strictObject({
    choices: texts,
    quietFrom: optional(z.string().trim().max(5)),
    quietUntil: optional(z.string().trim().max(5)),
    zone: requiredLine("Choose a time zone.", 60),
    sev1BreaksThrough: ticked,
  }),
);

/** A form with those fields whose names begin so in an object of their own. */
function gathered(
  form: unknown,
  prefix: string,
  as: string,
  { keepsName }: { keepsName: boolean },
) {
  if (typeof form !== "object" || form === null) return form;
  const fields = Object.entries(form);
  const own = fields.filter(([name]) => name.startsWith(prefix));
  return {
    ...Object.fromEntries(fields.filter((field) => !own.includes(field))),
    [as]: Object.fromEntries(
      own.map(([name, value]) => [keepsName ? name : name.slice(prefix.length), value]),
    ),
  };
}
