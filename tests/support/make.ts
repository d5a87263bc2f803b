import { readFileSync } from "node:fs";
import type { IncidentRecord } from "@/lib/domain/record";
import type { Viewer } from "@/lib/domain/viewer";

/** Someone who asks: a responder, unless the test says otherwise. */
export function makeViewer(overrides: Partial<Viewer> = {}): Viewer {
  return { userId: 1, name: "Grace", email: "grace@example.com", role: "responder", ...overrides };
}

/** The least record that is accepted. */
export function makeRecord(overrides: Partial<IncidentRecord> = {}): IncidentRecord {
  return {
    incident: {
      id: "INC-2026-0001",
      title: "Checkout is slow",
      severity: "SEV2",
      status: "investigating",
      declared_at: "2026-01-05T10:00:00Z",
    },
    ...overrides,
  };
}

/** The reference incident, INC-2024-0142: a SEV1 payment degradation. Fresh on each call. */
export function sampleRecord(): IncidentRecord {
  return JSON.parse(readFileSync("db/demo/INC-2024-0142.json", "utf8"));
}
