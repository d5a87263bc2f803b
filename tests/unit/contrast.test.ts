import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

const TEXT = 4.5;
const CONTROL = 3;
const PAGES = ["background", "card", "popover", "muted", "accent"];
const STATUSES = ["investigating", "identified", "monitoring", "resolved", "closed", "maintenance"];
const COMPONENTS = ["operational", "degraded", "partial", "major", "maintenance"];
const TONES = ["danger", "warning", "success", "info"];

/** Foreground, background and the least ratio between them. */
const PAIRS: [string, string, number][] = [
  ...PAGES.flatMap((page): [string, string, number][] => [
    ["foreground", page, TEXT],
    ["muted-foreground", page, TEXT],
    ["link", page, TEXT],
    ["input", page, CONTROL],
    ["ring", page, CONTROL],
    ...TONES.map((tone): [string, string, number] => [tone, page, TEXT]),
    ...STATUSES.map((status): [string, string, number] => [`status-${status}`, page, TEXT]),
  ]),
  ...["background", "card"].flatMap((page): [string, string, number][] => [
    ["primary", page, CONTROL],
    ["destructive", page, CONTROL],
    ...COMPONENTS.map((state): [string, string, number] => [`component-${state}`, page, TEXT]),
  ]),
  ["card-foreground", "card", TEXT],
  ["popover-foreground", "popover", TEXT],
  ["accent-foreground", "accent", TEXT],
  ["secondary-foreground", "secondary", TEXT],
  ["secondary-foreground", "accent", TEXT],
  ["primary-foreground", "primary", TEXT],
  ["primary-foreground", "primary-hover", TEXT],
  ["destructive-foreground", "destructive", TEXT],
  ["destructive-foreground", "destructive-hover", TEXT],
  ...TONES.flatMap((tone): [string, string, number][] => [
    [tone, `${tone}-surface`, TEXT],
    ["foreground", `${tone}-surface`, TEXT],
    ["muted-foreground", `${tone}-surface`, TEXT],
    ["link", `${tone}-surface`, TEXT],
    ["input", `${tone}-surface`, CONTROL],
  ]),
  ...[1, 2, 3, 4].map((n): [string, string, number] => [`sev${n}-foreground`, `sev${n}`, TEXT]),
];

const css = readFileSync("app/globals.css", "utf8");
const tokens = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g)].map(
    ([, name = "", light = "", dark = ""]) => [name, { light, dark }] as const,
  ),
);

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const channel = parseInt(hex.slice(start, start + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function colourOf(name: string, theme: "light" | "dark"): string {
  const token = tokens.get(name);
  if (!token) throw new Error(`app/globals.css has no token --${name}`);
  return token[theme];
}

describe.each(["light", "dark"] as const)("in the %s theme", (theme) => {
  test.each(PAIRS)("%s on %s has a contrast of at least %d", (foreground, background, least) => {
    const ratio = contrast(colourOf(foreground, theme), colourOf(background, theme));
    expect(ratio).toBeGreaterThanOrEqual(least);
  });
});

describe("the palette", () => {
  test("names no colour outside of light and dark", () => {
    expect(css.match(/^ {2}--[\w-]+: #/gm)).toBeNull();
    expect(tokens.size).toBeGreaterThan(40);
  });
});
