import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { forgetDeliveries } from "@/db/mutations/alert-forgetting";
import { enqueue } from "@/db/mutations/outbox";
import { alertNumbers } from "@/db/queries/alert-numbers";
import { outboxStanding } from "@/db/queries/operation";
import { alertDeliveries, alertSources, outbox } from "@/db/schema";
import { freshDatabase } from "@/tests/support/database";

freshDatabase();

const NOW = Date.UTC(2026, 0, 5);

function makeDeliveries(count: number, receivedAt: number): void {
  const { id: sourceId } = db()
    .insert(alertSources)
    .values({
      kind: "json",
      name: "Ours",
      keyHash: `hash ${receivedAt}`,
      keyEnding: "abcd",
      settings: {},
      createdBy: "Ada",
    })
    .returning({ id: alertSources.id })
    .get();
  for (let n = 0; n < count; n += 1) {
    db()
      .insert(alertDeliveries)
      .values({
        sourceId,
        deliveryId: `d-${receivedAt}-${n}`,
        body: Buffer.from("{}"),
        headers: { "user-agent": "x" },
        receivedAt,
        lastReceivedAt: receivedAt,
        state: "taken",
      })
      .run();
  }
}

describe("forgetDeliveries", () => {
  test("forgets what older deliveries said to the letter, and that alone", () => {
    makeDeliveries(502, NOW - 2);
    makeDeliveries(1, NOW);
    expect(forgetDeliveries(NOW - 1)).toBe(502);
    expect(forgetDeliveries(NOW - 1)).toBe(0);
    const rows = db().select().from(alertDeliveries).all();
    expect(rows).toHaveLength(503);
    expect(rows.filter(({ body }) => body !== null)).toMatchObject([{ receivedAt: NOW }]);
    expect(rows[0]?.headers).toEqual({});
    expect(alertNumbers()).toEqual({ deliveries: [{ of: "taken", count: 503 }], alerts: [] });
  });
});

describe("outboxStanding", () => {
  const message = {
    kind: "mail",
    recipient: "ada@example.com",
    subject: "x",
    payload: {},
  } as const;

  test("tells how many wait, and for how long the oldest that is due", () => {
    expect(outboxStanding(NOW)).toEqual({ waiting: 0, lag: 0, failed: 0 });
    enqueue({ ...message, key: "a" }, NOW - 5000);
    enqueue({ ...message, key: "b" }, NOW + 5000);
    expect(outboxStanding(NOW)).toEqual({ waiting: 2, lag: 5000, failed: 0 });
  });

  test("counts what was given up in the last day", () => {
    enqueue({ ...message, key: "a" }, NOW);
    db().update(outbox).set({ state: "failed", problem: "No." }).run();
    expect(outboxStanding(NOW)).toEqual({ waiting: 0, lag: 0, failed: 1 });
    expect(outboxStanding(NOW + 2 * 86_400_000).failed).toBe(0);
  });
});
