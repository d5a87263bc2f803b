import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { normalise } from "@/lib/domain/alerts/normalise";
import { SOURCE_KINDS } from "@/lib/domain/alerts/source";
import { bentDelivery } from "@/tests/support/arbitrary-delivery";

const kind = fc.constantFrom(...SOURCE_KINDS);
const headers = fc.constantFrom<Record<string, string>>(
  {},
  ...["metric_alert", "event_alert", "issue", "installation", "odd"].map((resource) => ({
    "sentry-hook-resource": resource,
  })),
);

const STATUSES = ["firing", "acknowledged", "unacknowledged", "resolved", "unchanged"];
const isLine = (text: string) => !/\p{Cs}|[^\P{Cc}\n]/u.test(text);

describe("normalise", () => {
  test("gives an answer to whatever is sent, and nothing that cannot be stored", () => {
    fc.assert(
      fc.property(kind, fc.oneof(bentDelivery, fc.jsonValue()), headers, (kind, body, headers) => {
        const read = normalise(kind, body, headers);
        if (read.is !== "alerts") {
          expect(read.why).not.toBe("");
          return;
        }
        expect(read.alerts.length).toBeGreaterThan(0);
        for (const alert of read.alerts) {
          const { dedupeKey, status, title, description, labels, url, ...times } = alert;
          expect(STATUSES).toContain(status);
          expect(dedupeKey).not.toBe("");
          const texts = [dedupeKey, title, description, url, ...Object.entries(labels).flat()];
          expect(texts.every((text) => text === undefined || isLine(text))).toBe(true);
          for (const at of [times.startsAt, times.endsAt, times.at]) {
            expect(at === undefined || Number.isSafeInteger(at)).toBe(true);
          }
        }
      }),
      { numRuns: 1500, seed: 8 },
    );
  });

  test("says the same of the same", () => {
    fc.assert(
      fc.property(kind, bentDelivery, (kind, body) => {
        expect(normalise(kind, body, {})).toEqual(normalise(kind, body, {}));
      }),
      { numRuns: 200, seed: 8 },
    );
  });
});
