import { z } from "zod";
import { PROOFS, SOURCE_KINDS } from "@/lib/domain/alerts/source";
import { optional, requiredLine } from "@/lib/fields";

const id = z.coerce.number().int();
const name = requiredLine("Say what sends them.", 80);

const headerName = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9-]{1,80}$/, "A header’s name has letters, digits and hyphens.");

export const newSourceFields = z.strictObject({ kind: z.enum(SOURCE_KINDS), name });

export const sourceFields = z
  .strictObject({
    id,
    version: z.coerce.number().int(),
    name,
    serviceId: optional(z.coerce.number().int()),
    proof: z.enum(PROOFS),
    secret: optional(
      z
        .string()
        .min(8, "Use 8 characters at least.")
        .max(500, "Use 500 characters at most.")
        .regex(/^[\x21-\x7e]+$/, "Use letters, digits and signs without spaces."),
    ),
    user: optional(
      z
        .string()
        .trim()
        .max(80)
        .regex(/^[^:\p{Cc}]+$/u, "A user has no colon."),
    ),
    signatureHeader: optional(headerName),
    stampHeader: optional(headerName),
  })
  .transform(({ user, signatureHeader, stampHeader, serviceId, secret, ...fields }) => ({
    ...fields,
    serviceId,
    secret,
    settings: {
      ...(user !== undefined && { user }),
      ...(signatureHeader !== undefined && { signatureHeader }),
      ...(stampHeader !== undefined && { stampHeader }),
    },
  }));

export const oneSource = z.strictObject({ id });
export const sourceSwitch = z.strictObject({
  id,
  isOn: z.enum(["1", "0"]).transform((isOn) => isOn === "1"),
});
export const oneDelivery = z.strictObject({ id, deliveryId: id });
