import { describe, expect, test } from "vitest";
import { settled } from "@/lib/domain/settled-site";
import {
  makeMaintenance,
  makeSite,
  makeSiteComponent,
  makeSiteIncident,
} from "@/tests/support/make-site";

const before = makeSite({
  components: [makeSiteComponent(), makeSiteComponent()],
  incidents: [makeSiteIncident(), makeSiteIncident()],
  maintenances: [makeMaintenance()],
});

describe("a site that is settled", () => {
  test("is the one from before where it says the same", () => {
    expect(settled(structuredClone(before), before)).toBe(before);
  });

  test("keeps every object that did not change, in its new place", () => {
    const next = structuredClone(before);
    next.incidents.unshift(makeSiteIncident());
    const site = settled(next, before);
    expect(site.incidents.slice(1)).toEqual(before.incidents);
    expect(site.incidents[1]).toBe(before.incidents[0]);
    expect(site.components).toBe(before.components);
    expect(site.page).toBe(before.page);
  });

  test.each([
    ["a word", (site: typeof before) => site.incidents.forEach((one) => (one.title += "!"))],
    ["an update", ({ incidents }: typeof before) => incidents.forEach((one) => one.updates.pop())],
    ["the page", ({ page }: typeof before) => (page.about = "About")],
    ["the order", ({ components }: typeof before) => components.reverse()],
    ["what was taken off", (site: typeof before) => (site.withdrawn = ["a"])],
    ["something unknown before", ({ page }: typeof before) => (page.copyUrl = null)],
    ["one less", ({ maintenances }: typeof before) => maintenances.pop()],
  ])("is another where it differs: %s", (_, change) => {
    const next = structuredClone(before);
    change(next);
    const site = settled(next, before);
    expect(site).not.toBe(before);
    expect(site).toEqual(next);
  });
});
