import { z } from "zod";
import type { Identity } from "@/lib/domain/provider";

const line = z
  .string()
  .transform((text) => text.replaceAll(/[\p{C}\s]+/gu, " ").trim())
  .optional()
  .catch(undefined);

const schema = z.looseObject({
  iss: z.string().min(1),
  sub: z.string().min(1).max(255),
  email: z.email().max(254).toLowerCase().optional().catch(undefined),
  email_verified: z.unknown().optional(),
  name: line,
  preferred_username: line,
});

const groupsOf = z
  .union([z.array(z.string()), z.string().transform((group) => [group])])
  .catch([])
  .transform((groups) => groups.slice(0, 1000));

/** What a provider's claims, which are checked already, say of somebody. */
export function identityIn(claims: Record<string, unknown>, groupsClaim: string): Identity {
  const { iss, sub, email, email_verified, name, preferred_username } = schema.parse(claims);
  return {
    issuer: iss,
    subject: sub,
    email,
    isVerified: email !== undefined && (email_verified === true || email_verified === "true"),
    name: (name || preferred_username)?.slice(0, 100),
    groups: groupsOf.parse(claims[groupsClaim]),
  };
}
