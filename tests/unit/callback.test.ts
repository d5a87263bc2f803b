import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { safeCallback } from "@/lib/domain/callback";

describe("safeCallback", () => {
  test.each([
    "/",
    "/incidents",
    "/incidents/INC-2024-0142?tab=timeline#e-9",
    "/incidents?callbackUrl=https://evil.example",
    "/actions?owner=%2F%2Fevil.example",
  ])("keeps %s", (path) => {
    expect(safeCallback(path)).toBe(path);
  });

  test.each([
    "//evil.example",
    "///evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "/\t/evil.example",
    "/\n/evil.example",
    "/./\\evil.example",
    "/..//evil.example",
    "/%2fevil.example",
    "/%2F%2Fevil.example",
    "/%5cevil.example",
    "https://evil.example",
    "https:evil.example",
    "http://here.invalid/incidents",
    "javascript:alert(1)",
    "data:text/html,x",
    "@evil.example",
    "incidents",
    "//[",
    "",
    " /incidents",
    undefined,
  ])("goes to the start instead of %j", (target) => {
    expect(safeCallback(target)).toBe("/");
  });
});

/** Texts made of what browsers read in surprising ways when they look for a host. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom("/", "\\", "//", "/\\", "%2f", "%5C", "..", ".", "@", ":", "?", "#", ";"),
      fc.constantFrom(
        "\t",
        "\n",
        "\r",
        "\0",
        " ",
        "\u00a0",
        "\u2028",
        "\uff0f",
        "\u2215",
        "\ud800",
      ),
      fc.constantFrom("https:", "javascript:", "data:", "evil.example", "[::1]", "127.0.0.1", "a"),
      fc.string({ unit: "grapheme", maxLength: 3 }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(""));

describe("whatever is asked for, safeCallback", () => {
  const targets = fc.oneof(
    hostile,
    hostile.map((text) => `/${text}`),
    fc.webUrl(),
  );

  test("leads to this site and no other", () => {
    fc.assert(
      fc.property(targets, (wanted) => {
        const given = safeCallback(wanted);
        for (const site of ["https://muster.example", "http://127.0.0.1:3000"]) {
          expect(new URL(given, `${site}/login?x=1`).origin).toBe(site);
        }
        expect(given).toMatch(/^\/(?![/\\])[\x21-\x7e]*$/); // and is a header's value as it is
      }),
      { numRuns: 1500 },
    );
  });

  test("changes nothing the second time", () => {
    fc.assert(
      fc.property(targets, (wanted) => {
        const once = safeCallback(wanted);
        expect(safeCallback(once)).toBe(once);
      }),
      { numRuns: 500 },
    );
  });

  test("keeps every path of this site", () => {
    const paths = fc.webPath().filter((path) => /^\/(?![/\\]|%2f|%5c)/i.test(path));
    const queries = fc.webQueryParameters();
    fc.assert(
      fc.property(paths, queries, (path, query) => {
        const wanted = new URL(`http://x${path}?${query}`);
        const asked = wanted.pathname + wanted.search;
        fc.pre(!asked.startsWith("//"));
        expect(safeCallback(asked)).toBe(asked);
      }),
    );
  });
});
