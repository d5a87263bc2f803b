import { z } from "zod";
import { SCOPE_NAMES, SCOPE_PREFIX } from "@/lib/domain/scopes";
import { requiredLine } from "@/lib/fields";

/** A form with a tick for each scope, named `scope.incidents:read`. */
export const tokenFields = z.preprocess(
  withScopes,
  z.strictObject({
    name: requiredLine("Say what the token is for.", 80),
    days: z.coerce.number("Choose a number of days.").int().min(1).max(365),
    scopes: z.array(z.enum(SCOPE_NAMES)).min(1, "Choose what the token may do."),
  }),
);

function withScopes(form: unknown): unknown {
  if (typeof form !== "object" || form === null) return form;
  const fields = Object.entries(form);
  const ticked = fields.filter(([name]) => name.startsWith(SCOPE_PREFIX));
  return {
    ...Object.fromEntries(fields.filter((field) => !ticked.includes(field))),
    scopes: ticked.map(([name]) => name.slice(SCOPE_PREFIX.length)),
  };
}
