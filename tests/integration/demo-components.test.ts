import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { loadDemoOnce } from "@/db/demo/load";
import { removeDemo } from "@/db/mutations/removal";
import { listPlaces } from "@/db/queries/components";
import { readSite } from "@/db/queries/public/site";
import { componentStates } from "@/db/schema";
import { uptimeOver } from "@/lib/domain/uptime";
import { freshDatabase } from "../support/database";

freshDatabase();

const NOW = Date.UTC(2026, 5, 1, 9, 30);

describe("the demo's components", () => {
  test("stand in two groups, with 90 days of troubles that all came to an end but those that go on", () => {
    loadDemoOnce(NOW);
    expect(
      listPlaces().map(({ name, members }) => [name, ...members.map((member) => member.name)]),
    ).toEqual([
      ["Shop", "Payments", "Checkout", "Search", "Mobile app"],
      ["Accounts and integrations", "Sign-in", "API", "Notifications"],
      ["Usage reports"],
    ]);

    const { components } = readSite("http://status.example");
    for (const component of components.filter(({ isGroup }) => !isGroup)) {
      const { percent = 0, days } = uptimeOver(component, NOW, 90);
      expect(days.filter(({ outage }) => outage === undefined)).toEqual([]);
      expect(percent, component.name).toBeGreaterThan(99);
      expect(component.states.length, component.name).toBeGreaterThan(1);
      expect(component.states.at(-1)?.status).toBe(component.status);
      expect(component.states.every(({ at }) => at <= NOW)).toBe(true);
    }
    expect(components.filter(({ status }) => status !== "operational")).toHaveLength(2);
  });

  test("leave nothing of their histories when the demo goes", () => {
    loadDemoOnce(NOW);
    removeDemo("test");
    expect([listPlaces(), db().select().from(componentStates).all()]).toEqual([[], []]);
  });
});
