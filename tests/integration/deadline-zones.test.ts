import { spawnSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { sampleRecord } from "../support/make";

/** What a process in another time zone stores, exports and shows of the same deadlines. */
function saidIn(zone: string): string {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--import", "tsx", "tests/support/say-deadlines.ts"],
    { encoding: "utf8", env: { ...process.env, TZ: zone }, maxBuffer: 32 * 1024 * 1024 },
  );
  expect(stderr).toBe("");
  expect(status).toBe(0);
  return stdout;
}

describe("a stored deadline", () => {
  const said = saidIn("UTC");

  test("is exported as it was written, the sample's and sixty more", () => {
    const { days, exported } = JSON.parse(said);
    const sample = sampleRecord().action_items ?? [];
    const first = exported.slice(0, sample.length);
    expect(first).toEqual(sample.map(({ deadline }) => deadline));
    expect(exported.slice(-days.length)).toEqual(days);
  });

  test.each(["Pacific/Kiritimati", "Pacific/Pago_Pago", "America/New_York", "Europe/Berlin"])(
    "never moves in a process in %s, over changes of clocks, year ends and leap days",
    (zone) => {
      expect(saidIn(zone)).toBe(said);
    },
  );
});
