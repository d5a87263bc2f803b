import { z } from "zod";

const slug = z.string().min(1).max(60).meta({ description: "The team’s word in addresses." });

/** The path of everything about one team. */
export const ofTeam = z.strictObject({ slug });

const named = z.object({ id: z.int(), name: z.string() });

export const team = z
  .object({
    slug: z.string(),
    name: z.string(),
    zone: z.string(),
    workingDays: z.array(z.int()).meta({ description: "1 is Monday, 7 is Sunday." }),
    lead: named.nullable(),
    members: z.array(named),
    services: z.array(named),
  })
  .meta({ id: "Team" });
