import { beforeEach, describe, expect, test, vi } from "vitest";
import { fitsPassword, hashPassword } from "@/lib/auth/password";

const checks = vi.hoisted(() => ({ of: [] as string[], running: 0, most: 0 }));

vi.mock("@node-rs/argon2", async (importActual) => ({
  ...(await importActual<typeof import("@node-rs/argon2")>()),
  verify: async (stored: string) => {
    checks.of.push(stored);
    checks.running += 1;
    checks.most = Math.max(checks.most, checks.running);
    await new Promise((resolve) => setImmediate(resolve));
    checks.running -= 1;
    if (stored === "broken") throw new Error("not a hash");
    return true;
  },
}));

beforeEach(() => Object.assign(checks, { of: [], running: 0, most: 0 }));

describe("fitsPassword", () => {
  test("costs one hash of the usual kind without an account, and does not fit", async () => {
    const usual = (await hashPassword("purple monkey dishwasher")).split("$", 4);
    expect(await fitsPassword("purple monkey dishwasher", undefined)).toBe(false);
    expect(checks.of.map((stored) => stored.split("$", 4))).toEqual([usual]);
  });

  test("checks two at a time, and every one in its turn", async () => {
    const answers = await Promise.all(
      Array.from({ length: 9 }, (_, i) => fitsPassword("purple monkey dishwasher", `hash ${i}`)),
    );
    expect(answers).toEqual(Array(9).fill(true));
    expect(checks.of).toHaveLength(9);
    expect(checks.most).toBe(2);
  });

  test("goes on after one that broke", async () => {
    await expect(fitsPassword("purple monkey dishwasher", "broken")).rejects.toThrow("not a hash");
    await expect(fitsPassword("purple monkey dishwasher", "broken")).rejects.toThrow("not a hash");
    expect(await fitsPassword("purple monkey dishwasher", "a hash")).toBe(true);
  });

  test("does not hash what is too long to be a password", async () => {
    expect(await fitsPassword("x".repeat(1025), "a hash")).toBe(false);
    expect(checks.of).toEqual([]);
  });
});
