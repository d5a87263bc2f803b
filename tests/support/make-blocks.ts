import type { BlockData } from "@/lib/domain/live-block";

/** What live blocks show of an incident with one event, one action, one metric and one fact. */
export function makeBlocks(overrides: Partial<BlockData> = {}): BlockData {
  const firstAt = Date.UTC(2026, 0, 5, 14, 30);
  return {
    key: "INC-2026-0001",
    firstAt,
    timeline: [
      {
        seq: 9,
        at: firstAt + 600_000,
        type: "mitigation",
        actor: "Grace",
        text: "Rolled back",
        audience: "internal",
      },
    ],
    timelineLeft: 0,
    metrics: [
      {
        name: "time_to_mitigate",
        minutes: 70,
        target: 60,
        met: false,
        from: { name: "detected", at: firstAt, seq: 2 },
        to: { name: "mitigated", at: firstAt + 70 * 60_000, seq: null },
      },
    ],
    actions: [
      {
        id: 7,
        title: "Add an alert",
        owner: "Grace",
        priority: "P1",
        deadline: "2026-02-01",
        status: "Open",
        note: null,
      },
    ],
    actionsLeft: 0,
    impact: [{ label: "Users affected", value: "35 %" }],
    cited: { 9: "Rolled back" },
    ...overrides,
  };
}
