import { sampleRecord } from "./make";
import type { IncidentRecord } from "@/lib/domain/record";

const TYPES = ["investigation", "mitigation", "communication", "escalation", "dns_lookup"];
const SECONDS_BETWEEN = 30;

/** The sample with as many events as asked for, one each half minute, told by their numbers. */
export function makeLongRecord(key: string, events: number): IncidentRecord {
  const record = sampleRecord();
  const began = Date.parse(record.incident.declared_at);
  const at = (index: number) =>
    new Date(began + index * SECONDS_BETWEEN * 1000).toISOString().replace(".000Z", "Z");
  return {
    ...record,
    incident: { ...record.incident, id: key, resolved_at: at(events) },
    events: Array.from({ length: events }, (_, index) => ({
      timestamp: at(index),
      type: TYPES[index % TYPES.length],
      actor: "Alice Chen",
      description: `Step ${index + 1}: the gateway answered ${index % 97} requests in time.`,
      metadata: { error_rate: index % 100, region: "eu-west-1" },
    })),
  };
}
