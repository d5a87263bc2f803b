import { describe, expect, test, vi } from "vitest";
import { settled } from "@/lib/domain/settled-site";
import type { Site } from "@/lib/domain/site";
import { makePress } from "@/scripts/status/press";
import { siteFiles } from "@/scripts/status/site-files";
import { siteParts } from "@/scripts/status/site-parts";
import { makeMaintenance, makeSiteUpdate } from "@/tests/support/make-site";
import { referenceSite } from "@/tests/support/reference-site";

vi.setConfig({ testTimeout: 90_000, hookTimeout: 90_000 });

const NOW = Date.UTC(2026, 10, 20, 12, 30);
const DAY = 86_400_000;

const before: Site = {
  ...referenceSite(NOW, { components: 4, active: 2, past: 50 }),
  maintenances: [
    makeMaintenance({ scheduledFor: NOW + DAY, scheduledUntil: NOW + DAY + 1000 }),
    makeMaintenance({ status: "completed", createdAt: NOW - 40 * DAY, resolvedAt: NOW - 39 * DAY }),
  ],
};

/** A site read anew, in which something was changed. */
function changed(change: (site: Site) => void): Site {
  const site = structuredClone(before);
  change(site);
  return site;
}

const first = <Thing>(things: Thing[], place = 0): Thing => {
  const thing = things.at(place);
  if (!thing) throw new Error("There is none.");
  return thing;
};

const CHANGES: [string, (site: Site) => void][] = [
  ["nothing", () => {}],
  ["the page's name", ({ page }) => (page.name = "Another")],
  ["the page's zone", ({ page }) => (page.zone = "America/New_York")],
  ["a component's name", ({ components }) => (first(components, 1).name = "Renamed")],
  ["a group's name", ({ components }) => (first(components).name = "Renamed")],
  [
    "a component's state",
    ({ components }) => {
      const component = first(components, 2);
      component.status = "major_outage";
      component.states.push({ status: "major_outage", at: NOW - 60_000 });
    },
  ],
  ["the order of components", (site) => (site.components = site.components.toReversed())],
  ["a component less", ({ components }) => components.splice(3, 1)],
  ["a component's group", ({ components }) => (first(components, 1).groupId = null)],
  [
    "a new update",
    ({ incidents }) => {
      const { updates } = first(incidents);
      updates.unshift(makeSiteUpdate("monitoring", { at: NOW, createdAt: NOW, updatedAt: NOW }));
    },
  ],
  [
    "a correction of an old update",
    ({ incidents }) => {
      const update = first(first(incidents, -1).updates);
      Object.assign(update, { body: "It was otherwise.", correctedAt: NOW, updatedAt: NOW });
    },
  ],
  ["an old incident's title", ({ incidents }) => (first(incidents, -2).title = "Renamed")],
  ["an incident less", ({ incidents }) => incidents.splice(5, 1)],
  [
    "an incident that was taken off",
    (site) => (site.withdrawn = site.incidents.splice(40, 1).map(({ id }) => id)),
  ],
  [
    "a published report",
    ({ incidents }) =>
      (first(incidents, 30).report = {
        id: "report000001",
        body: "# What happened",
        note: null,
        at: NOW,
        updatedAt: NOW,
      }),
  ],
  [
    "maintenance that began",
    ({ maintenances }) =>
      Object.assign(first(maintenances), { status: "in_progress", updatedAt: NOW }),
  ],
  ["maintenance less", ({ maintenances }) => maintenances.pop()],
];

/** What readers have after the site was printed as it was, and then as it is. */
function printed(
  sites: Site[],
  staleSince: (number | undefined)[] = [],
  now: (number | undefined)[] = [],
) {
  const files = new Map<string, string>();
  let sent = 0;
  const press = makePress({
    sent: new Map(),
    slice: Infinity,
    pack: (file) => file,
    fail: (_, error) => {
      throw error;
    },
    send: (change) => {
      for (const path of change.removed) files.delete(path);
      for (const { path, body } of change.changed) files.set(path, body);
      sent = change.changed.length;
    },
  });
  let known: Site | undefined;
  for (const [i, site] of sites.entries()) {
    known = known ? settled(site, known) : site;
    sent = 0;
    press.print(siteParts(known, { now: now[i] ?? NOW, staleSince: staleSince[i] }));
  }
  return { files, sent };
}

const fresh = (site: Site, staleSince?: number, now = NOW) =>
  new Map(siteFiles(site, { now, staleSince }).map(({ path, body }) => [path, body]));

/** The time of the page's last change stands in every answer, and is not worth making all old ones anew. */
const withoutTime = (files: Map<string, string>) =>
  new Map(
    [...files].map(([path, body]) => [
      path,
      path.includes("?page=") ? body.replace(/"updated_at":"[^"]*"/, "") : body,
    ]),
  );

describe("the public site in parts", () => {
  test.each(CHANGES)("is what it would be anew after a change of %s", (_, change) => {
    const after = changed(change);
    const { files } = printed([before, after]);
    expect(withoutTime(files)).toEqual(withoutTime(fresh(after)));
  });

  test("says everywhere that it is old, and then no more", () => {
    expect(printed([before, before], [undefined, NOW - DAY]).files).toEqual(
      fresh(before, NOW - DAY),
    );
    expect(printed([before, before], [NOW - DAY, undefined]).files).toEqual(fresh(before));
  });

  test.each([
    ["a minute", 60_000],
    ["an hour", 3_600_000],
    ["a day", DAY],
    ["two months", 61 * DAY],
  ])("is what it would be anew after %s", (_, ms) => {
    const { files } = printed([before, before], [], [NOW, NOW + ms]);
    const later = fresh(before, undefined, NOW + ms);
    const differs = [...later].filter(([path, body]) => files.get(path) !== body);
    expect(differs.map(([path]) => path)).toEqual([]);
  });

  test("has no file twice", () => {
    const paths = siteFiles(before, { now: NOW, staleSince: undefined }).map(({ path }) => path);
    expect(new Set(paths).size).toBe(paths.length);
  });

  test("is not made anew where nothing changed, and in small part for an update", () => {
    expect(printed([before, structuredClone(before)]).sent).toBe(0);
    const update = CHANGES.find(([name]) => name === "a new update")?.[1] ?? (() => {});
    expect(printed([before, changed(update)]).sent).toBeLessThan(60);
  });
});
