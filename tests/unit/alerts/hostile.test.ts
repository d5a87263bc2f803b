import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { normalise } from "@/lib/domain/alerts/normalise";
import { SOURCE_KINDS } from "@/lib/domain/alerts/source";
import * as examples from "@/tests/support/alert-examples";

const kind = fc.constantFrom(...SOURCE_KINDS);
const headers = fc.constantFrom<Record<string, string>>(
  {},
  ...["metric_alert", "event_alert", "issue", "installation", "odd"].map((resource) => ({
    "sentry-hook-resource": resource,
  })),
);

/** A documented delivery in which some values are others. */
const bent = fc
  .tuple(
    fc.constantFrom(...Object.values(examples)),
    fc.array(fc.jsonValue(), { minLength: 8 }),
    fc.nat(),
  )
  .map(([example, values, salt]): unknown => {
    let count = salt % 7;
    return JSON.parse(JSON.stringify(example), (_, value: unknown) => {
      count += 1;
      return count % 7 === 0 ? values[count % values.length] : value;
    });
  });

const isLine = (text: string) => !/\p{Cs}|[^\P{Cc}\n]/u.test(text);

describe("normalise", () => {
  test("gives an answer to whatever is sent, and nothing that cannot be stored", () => {
    fc.assert(
      fc.property(kind, fc.oneof(bent, fc.jsonValue()), headers, (kind, body, headers) => {
        const read = normalise(kind, body, headers);
        if (read.is !== "alerts") {
          expect(read.why).not.toBe("");
          return;
        }
        expect(read.alerts.length).toBeGreaterThan(0);
        for (const { dedupeKey, title, description, labels, url, ...times } of read.alerts) {
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
      fc.property(kind, bent, (kind, body) => {
        expect(normalise(kind, body, {})).toEqual(normalise(kind, body, {}));
      }),
      { numRuns: 200, seed: 8 },
    );
  });
});
