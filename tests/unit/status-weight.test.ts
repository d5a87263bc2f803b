import { brotliCompressSync } from "node:zlib";
import { Window, type HTMLElement } from "happy-dom";
import { describe, expect, test } from "vitest";
import { COMPONENT_STATUS_LABELS, COMPONENT_STATUSES } from "@/lib/domain/component";
import type { Site } from "@/lib/domain/site";
import { bytesOf, TYPES } from "@/lib/status-page/file";
import { siteFiles } from "@/scripts/status/site-files";
import {
  makeMaintenance,
  makeSite,
  makeSiteComponent,
  makeSiteUpdate,
} from "@/tests/support/make-site";
import { referenceSite } from "@/tests/support/reference-site";

const NOW = Date.UTC(2026, 4, 1, 14, 30);
const DAY = 86_400_000;
const KB = 1000;

const filesOf = (site: Site) => siteFiles(site, { now: NOW, staleSince: undefined });

function homeOf(site: Site): Buffer {
  const home = filesOf(site).find(({ path }) => path === "");
  if (!home) throw new Error("The site has no page.");
  return Buffer.from(bytesOf(home));
}

/** Every page of a site on which something of each kind happened. */
function drawnPages() {
  const site = referenceSite(NOW, { past: 3 });
  const files = filesOf({ ...site, maintenances: [makeMaintenance()] });
  return files
    .filter(({ type }) => type === TYPES.html)
    .map(({ path, body }) => ({ path, document: drawn(String(body)) }));
}

function drawn(html: string) {
  const { document } = new Window({ settings: { disableJavaScriptEvaluation: true } });
  document.documentElement.innerHTML = html;
  return document;
}

const shown = (element: HTMLElement) => element.textContent.replaceAll(/\s+/g, " ").trim();

describe("the public page", () => {
  test("is at most 12 kB when compressed, with 20 components, 2 active and 30 past incidents", () => {
    expect(brotliCompressSync(homeOf(referenceSite(NOW))).byteLength).toBeLessThan(12 * KB);
  });

  test("is below 50 kB with 50 components", () => {
    const home = homeOf(referenceSite(NOW, { components: 50, active: 0, past: 0 }));
    expect(home.byteLength).toBeLessThan(50 * KB);
  });
});

describe("every public page", () => {
  const pages = drawnPages();

  test("holds no script and no style, and asks for both at its own address", () => {
    for (const { path, document } of pages) {
      expect(document.querySelectorAll("style, [style]").length, path).toBe(0);
      const inline = [...document.querySelectorAll("script:not([src])")];
      expect(
        inline
          .map((one) => one.getAttribute("type"))
          .filter((type) => type !== "application/ld+json"),
        path,
      ).toEqual([]);
      const attributes = [...document.querySelectorAll("*")].flatMap((one) => [...one.attributes]);
      expect(attributes.filter(({ name }) => name.startsWith("on")).length, path).toBe(0);
    }
  });

  test("takes nothing from elsewhere", () => {
    for (const { path, document } of pages) {
      const taken = [
        ...document.querySelectorAll("link[rel=stylesheet], link[rel=icon], link[rel=preload]"),
        ...document.querySelectorAll("[src]"),
      ].map((one) => one.getAttribute("href") ?? one.getAttribute("src") ?? "");
      expect(taken.length, path).toBeGreaterThan(0);
      expect(
        taken.filter((address) => !/^\/(?!\/)/.test(address)),
        path,
      ).toEqual([]);
    }
  });

  test("says in words, or keeps from those who hear it, what a picture shows", () => {
    for (const { path, document } of pages) {
      const silent = [...document.querySelectorAll("main svg, main img")].filter(
        (one) =>
          one.getAttribute("aria-hidden") !== "true" &&
          !(one.getAttribute("aria-label") ?? one.getAttribute("alt")),
      );
      expect(
        silent.map(({ outerHTML }) => outerHTML),
        path,
      ).toEqual([]);
    }
  });
});

describe("a state", () => {
  test.each(COMPONENT_STATUSES)("of a component stands in words beside its shape: %s", (status) => {
    const component = makeSiteComponent({ status });
    const home = drawn(homeOf(makeSite({ components: [component] })).toString());
    const states = [...home.querySelectorAll(`.component .state.${status}`)];
    expect(states).toHaveLength(1);
    for (const state of states) {
      expect(shown(state as HTMLElement)).toBe(COMPONENT_STATUS_LABELS[status]);
      expect(state.querySelector("svg.shape path")).not.toBeNull();
    }
  });

  test("has a shape of its own", () => {
    const shapes = COMPONENT_STATUSES.map((status) => {
      const site = makeSite({ components: [makeSiteComponent({ status })] });
      const path = drawn(homeOf(site).toString()).querySelector(".component .shape path");
      return path?.getAttribute("d");
    });
    expect(new Set(shapes).size).toBe(COMPONENT_STATUSES.length);
  });

  test("of an incident or of maintenance stands in words on its page", () => {
    const site = makeSite({
      maintenances: [makeMaintenance({ updates: [makeSiteUpdate("scheduled")] })],
    });
    const facts = drawn(homeOf(site).toString()).querySelector("article .standing");
    expect(shown(facts as HTMLElement)).toMatch(/Scheduled.*Maintenance/);
  });

  test("of a day has a bar of its own shape", () => {
    const at = (day: number) => Date.UTC(2026, 3, day);
    const states = (["degraded_performance", "partial_outage", "major_outage"] as const).flatMap(
      (status, i) => [
        { status, at: at(10 + i * 4) },
        { status: "operational" as const, at: at(10 + i * 4) + DAY / 2 },
      ],
    );
    const component = makeSiteComponent({ startDate: "2026-04-01", states });
    const home = drawn(homeOf(makeSite({ components: [component] })).toString());
    const bars = [...home.querySelectorAll(".uptime svg path")].map((path) =>
      path.getAttribute("d")?.replaceAll(/M\d+/g, "M"),
    );
    expect(new Set(bars).size).toBe(5); // well, degraded, partial, major, and nothing known
  });
});
