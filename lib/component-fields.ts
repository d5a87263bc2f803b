import { z } from "zod";
import { COMPONENT_STATUSES } from "@/lib/domain/component";
import { optional } from "@/lib/fields";

const PREFIX = "components.";

/** States of components by their ids; those that were left as they are have none. */
export const componentStates = z.record(
  z.string().regex(/^\d{1,15}$/),
  optional(z.enum(COMPONENT_STATUSES)),
);

/** A form whose fields are named like `components.7`, with those in an object of their own. */
export function withComponents(form: unknown): unknown {
  if (typeof form !== "object" || form === null) return form;
  const fields = Object.entries(form);
  const named = fields.filter(([name]) => name.startsWith(PREFIX));
  if (named.length === 0) return form;
  return {
    ...Object.fromEntries(fields.filter((field) => !named.includes(field))),
    components: Object.fromEntries(
      named.map(([name, state]) => [name.slice(PREFIX.length), state]),
    ),
  };
}
