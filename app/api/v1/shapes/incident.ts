import { z } from "zod";
import { incidentKey, shownTime } from "@/lib/api/fields";
import { FACT_NAMES } from "@/lib/domain/facts";
import { SEVERITIES } from "@/lib/domain/incident";
import { RESPONSE_ROLES } from "@/lib/domain/roles";

/** The path of everything about one incident. */
export const ofIncident = z.strictObject({ key: incidentKey });

const brief = {
  key: z.string().meta({ example: "INC-2026-0007" }),
  title: z.string(),
  severity: z.enum(SEVERITIES),
  status: z.string().meta({
    description:
      "investigating, identified, monitoring or resolved; imported ones may have others.",
  }),
  isOpen: z.boolean(),
  declaredAt: shownTime,
  resolvedAt: shownTime.nullable(),
  commander: z.string().nullable(),
  service: z.string().nullable(),
  affectedServices: z.array(z.string()),
  isDrill: z.boolean(),
  isPrivate: z.boolean(),
  mergedInto: z.string().nullable().meta({ description: "The incident that it turned out to be." }),
};

export const listedIncident = z.object(brief).meta({ id: "ListedIncident" });

/** What people state about it besides its title and its services. */
export const statedFact = z
  .enum(FACT_NAMES)
  .exclude(["title", "service", "affected_services"])
  .meta({ id: "Fact" });

const holder = z
  .object({ person: z.string(), since: shownTime.nullable(), note: z.string().nullable() })
  .meta({ id: "RoleHolder" });

export const heldRole = z
  .object({ role: z.enum(RESPONSE_ROLES), holders: z.array(holder) })
  .meta({ id: "HeldRole" });

export const incident = z
  .object({
    ...brief,
    facts: z.partialRecord(statedFact, z.string()).meta({
      description:
        "What people state about it, as texts: lists with one entry a line, yes or no, numbers. What nobody knows is left out.",
    }),
    roles: z.array(heldRole),
  })
  .meta({ id: "Incident" });
