import { z } from "zod";
import { AUDIENCES, SEVERITIES } from "@/lib/domain/incident";

/** A record of an incident; the format's own rules check what is in it. */
export const record = z
  .record(z.string(), z.unknown())
  .meta({ id: "IncidentRecord", description: "An incident record, as files have it." });

const named = z.record(z.string(), z.unknown());
const span = { start: z.string(), end: z.string(), minutes: z.number() };

export const analysis = z
  .object({
    severity: z.object({
      declared: z.enum(SEVERITIES),
      computed: z.enum(SEVERITIES),
      score: z.number(),
      dimensions: z.record(z.string(), z.number()),
      floors: z.array(z.unknown()),
      reasons: z.array(z.string()),
    }),
    milestones: named,
    metrics: named,
    phases: z.array(z.object({ name: z.string(), ...span, events: z.int() })),
    gaps: z.array(z.object(span)),
    decision_points: z.array(z.int()),
    promises: z.array(
      z.object({
        made_at: z.string(),
        audience: z.enum(AUDIENCES),
        due_at: z.string(),
        state: z.string(),
        late_minutes: z.number().nullable(),
      }),
    ),
    coverage: z.object({
      gaps: z.array(z.object({ factor: z.int(), category: z.string(), expected_type: z.string() })),
    }),
    action_quality: z.array(z.number()),
    warnings: z.array(z.string()),
  })
  .meta({ id: "Analysis" });

export const importPreview = z
  .object({
    state: z.enum(["new", "unchanged", "differs"]),
    differences: z.array(z.string()),
    summary: z.object({
      key: z.string(),
      title: z.string(),
      severity: z.enum(SEVERITIES),
      status: z.string(),
      counts: z.object({
        events: z.int(),
        communications: z.int(),
        actionItems: z.int(),
        participants: z.int(),
      }),
      sections: z.array(z.string()),
      publishable: z.int(),
    }),
  })
  .meta({ id: "ImportPreview" });
