import { randomFrom } from "@/scripts/benchmark/random";
import type { Severity } from "@/lib/domain/incident";
import type { IncidentRecord, RecordCommunication, RecordEvent } from "@/lib/domain/record";
import type { Known } from "./recount";

/** Factors whose categories their words speak for, and which of them say the same. */
export const FACTORS: Known = {
  "No alert watched the queue depth": { category: "tooling", group: "queue" },
  "Queue depth was watched by no alerts": { category: "tooling", group: "queue" },
  "The review skipped the rollback plan": { category: "process", group: "review" },
  "REVIEWS SKIPPED THE ROLLBACK PLAN": { category: "process", group: "review" },
  "Somebody mistyped the hostname": { category: "human", group: "typing" },
  "The vendor withdrew an interface": { category: "external", group: "vendor" },
  "Traffic beyond our capacity": { category: "environment", group: "traffic" },
};

const SERVICES = ["api", "billing", "search", "mail"] as const;
const MINUTE = 60_000;
const BEGIN = Date.UTC(2025, 0, 1);

/** Records of a year, of every shape that numbers have to cope with; the same ones each time. */
export function manyRecords(count: number): IncidentRecord[] {
  const random = randomFrom(7);
  const chance = (share: number) => random.next() < share;
  const text = (at: number) =>
    chance(0.3)
      ? `${new Date(at + 120 * MINUTE).toISOString().slice(0, 19)}+02:00`
      : new Date(at).toISOString().replace(".000", "");

  return Array.from({ length: count }, (_, index) => {
    const declared = BEGIN + Math.floor((index * 365 * 1440) / count) * MINUTE;
    const after = (most: number) => declared + random.below(most) * 6000;
    const severity = random.weighted<Severity>([
      ["SEV1", 1],
      ["SEV2", 3],
      ["SEV3", 4],
      ["SEV4", 4],
    ]);
    const event = (type: string, at: number): RecordEvent => ({
      timestamp: text(at),
      type,
      description: `${type} of ${index}`,
    });
    const resolvedAt = after(9000);
    const events = [
      ...(chance(0.7) ? [event("trigger", declared - random.below(600) * 6000)] : []),
      ...(chance(0.9) ? [event("detection", declared - 300_000 + random.below(100) * 6000)] : []),
      ...(chance(0.8) ? [event("mitigation", after(6000))] : []),
      ...(chance(0.4) ? [event("mitigation", after(9000))] : []),
      ...(chance(0.7) ? [event("resolution", resolvedAt)] : []),
      event("investigation", after(300)),
    ];
    const hasEnd = chance(0.7);
    const messages = Array.from({ length: random.below(5) }, (_, place): RecordCommunication => ({
      timestamp: text(declared + (place * 20 + random.below(15)) * MINUTE),
      channel: "status_page",
      audience: random.pick(["external", "internal"]),
      message: random.pick([
        "Next update in 20 minutes.",
        "We are looking into it.",
        "Next update in 45 minutes.",
        "We will share a report within 48 hours.",
      ]),
    }));
    const factors = Object.keys(FACTORS).filter(() => chance(0.15));
    return {
      incident: {
        id: `INC-2025-${String(index + 1).padStart(4, "0")}`,
        title: `Incident ${index}`,
        severity,
        status: hasEnd ? "resolved" : random.pick(["investigating", "closed", "monitoring"]),
        declared_at: text(declared),
        ...(hasEnd ? { resolved_at: text(resolvedAt) } : {}),
        ...(chance(0.8) ? { service: random.pick(SERVICES) } : {}),
        affected_services: SERVICES.filter(() => chance(0.3)),
      },
      events: chance(0.5) ? events.toReversed() : events,
      communications: messages,
      resolution: { contributing_factors: factors },
      action_items: Array.from({ length: random.below(4) }, (_, place) => ({
        title: `Item ${index}.${place}`,
        status: random.pick(["open", "completed", "in_progress", "wont_do"]),
        ...(chance(0.7) ? { deadline: new Date(after(900_000)).toISOString().slice(0, 10) } : {}),
      })),
    };
  });
}
