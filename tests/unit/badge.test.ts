import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { BADGE_THEMES, badgeSvg, componentBadge } from "@/lib/status-page/badge";
import { dataFiles } from "@/lib/status-page/files";
import { BADGE_STYLES } from "@/scripts/server/public-files.mjs";
import { makeSite, makeSiteComponent } from "@/tests/support/make-site";
import { textOf } from "@/tests/support/source";

const badge = { label: "Acme", words: "All Systems Operational", state: "none" } as const;
const widthOf = (svg: string) => Number(/width="(\d+)"/.exec(svg)?.[1]);

describe("a badge", () => {
  test("says the state in words, and escapes them", () => {
    const svg = badgeSvg({ label: "A&B", words: "All <well>", state: "none" }, "auto");
    expect(svg).toContain('<title id="t">A&amp;B: All &lt;well&gt;</title>');
  });

  test("says of a component how it is, and of a group what is worst in it", () => {
    const group = makeSiteComponent({ name: "Europe", isGroup: true });
    const inside = makeSiteComponent({ groupId: group.id, status: "major_outage" });
    const site = makeSite({ components: [group, inside] });
    expect(componentBadge(site, inside).words).toBe("Major outage");
    expect(componentBadge(site, group)).toMatchObject({ label: "Europe", words: "Major outage" });
  });

  test("has its own colours, light ones, or dark ones", () => {
    expect(badgeSvg(badge, "auto")).toContain("prefers-color-scheme");
    expect(badgeSvg(badge, "light")).not.toContain("prefers-color-scheme");
    expect(badgeSvg(badge, "dark")).toContain(".t{fill:#fafafa}");
  });

  test("has the style sheets, and no others, that the server’s and nginx’s policies name", () => {
    const sums = Object.values(BADGE_THEMES).map(
      (style) => `sha256-${createHash("sha256").update(style).digest("base64")}`,
    );
    expect(BADGE_STYLES).toEqual(sums);
    const ours = `style-src 'self' ${sums.map((sum) => `'${sum}'`).join(" ")};`;
    expect(textOf("docs/status-page.md")).toContain(ours);
  });

  test("is as wide as its words need", () => {
    const wide = { ...badge, label: "状態ページ" };
    const narrow = { ...badge, label: "iiiii" };
    expect(widthOf(badgeSvg(wide, "auto"))).toBeGreaterThan(widthOf(badgeSvg(narrow, "auto")) + 30);
    expect(widthOf(badgeSvg({ ...badge, label: "" }, "auto"))).toBeGreaterThan(0);
  });

  test("shortens a long name, which its title says in full", () => {
    const label = "Payments ".repeat(30);
    const svg = badgeSvg({ ...badge, label }, "auto");
    expect(svg).toContain(`${label}: All`);
    expect(svg).toContain("…</text>");
    expect(widthOf(svg)).toBeLessThan(700);
  });

  test("is there for the page and for each component, three times", () => {
    const component = makeSiteComponent();
    const paths = dataFiles(makeSite({ components: [component] }), {
      now: 0,
      staleSince: undefined,
    }).map(({ path }) => path);
    const of = (at: string) => ["", "-light", "-dark"].map((theme) => `${at}badge${theme}.svg`);
    expect(paths).toEqual(
      expect.arrayContaining([...of(""), ...of(`components/${component.id}/`)]),
    );
  });

  test("is green no more while nothing new can be read", () => {
    const files = dataFiles(makeSite(), { now: 1, staleSince: 0 });
    const of = (path: string) => files.find((file) => file.path === path)?.body;
    expect(of("badge.svg")).toContain("Acme: Last known: All Systems Operational");
    expect(of("badge.svg")).not.toContain("#15803d");
  });
});
