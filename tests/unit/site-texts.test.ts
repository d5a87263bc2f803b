import ICAL from "ical.js";
import { describe, expect, test } from "vitest";
import { alternateLinks } from "@/lib/status-page/alternates";
import { entryJson } from "@/lib/status-page/entry-json";
import { entryMarkdown } from "@/lib/status-page/entry-markdown";
import { maintenanceCalendar } from "@/lib/status-page/maintenance-calendar";
import {
  makeMaintenance,
  makeSite,
  makeSiteComponent,
  makeSiteIncident,
  makeSiteUpdate,
} from "@/tests/support/make-site";

const component = makeSiteComponent();
const changes = [
  { componentId: component.id, before: "operational", after: "major_outage" } as const,
];
const incident = makeSiteIncident({
  status: "resolved",
  resolvedAt: Date.UTC(2026, 4, 1, 15),
  updates: [makeSiteUpdate("resolved", { changes, body: "It works." })],
  report: { id: "r", body: "## Why\n", note: null, at: 0, updatedAt: 0 },
});
const maintenance = makeMaintenance({ sequence: 3, cancelledAt: 1 });
const site = makeSite({
  components: [component],
  incidents: [incident],
  maintenances: [maintenance],
});

describe("an incident's JSON", () => {
  test("links every update and names its components", () => {
    expect(entryJson(site, incident)).toMatchObject({
      kind: "incident",
      resolved_at: "2026-05-01T15:00:00.000Z",
      components: [{ id: component.id, name: "Payments" }],
      updates: [
        {
          url: `https://status.example.com/incidents/${incident.id}#u-${incident.updates[0]?.id}`,
          components: [{ before: "operational", after: "major_outage" }],
        },
      ],
      report: { body: "## Why\n" },
    });
  });

  test("says of maintenance when it is", () => {
    expect(entryJson(site, maintenance)).toMatchObject({
      kind: "maintenance",
      scheduled_for: "2026-05-01T15:00:05.000Z",
      cancelled_at: "1970-01-01T00:00:00.001Z",
      report: null,
    });
  });
});

describe("an incident's Markdown", () => {
  test("has the facts, the updates and the report", () => {
    const text = entryMarkdown(site, incident);
    expect(text).toContain("# Payments fail\n");
    expect(text).toContain("- Components: Payments\n");
    expect(text).toContain("- Resolved: 2026-05-01T15:00:00.000Z\n");
    expect(text).toContain("### resolved, 2026-05-01T14:00:05.000Z\n\nIt works.");
    expect(text).toContain("- Payments: Operational → Major outage\n");
    expect(text).toContain("## Report\n\n## Why\n");
  });

  test("says what was corrected, and what was called off", () => {
    const corrected = makeSiteUpdate("investigating", { correctedAt: 0 });
    expect(entryMarkdown(site, makeSiteIncident({ updates: [corrected] }))).toContain(
      "(corrected 1970-01-01T00:00:00.000Z)",
    );
    expect(entryMarkdown(site, maintenance)).toContain("- Status: cancelled\n");
  });

  test("says of maintenance when it is planned", () => {
    expect(entryMarkdown(site, maintenance)).toContain("- Planned: 2026-05-01T15:00:05.000Z to");
  });
});

describe("an entry's headers", () => {
  test("name its other forms, a calendar of maintenance alone", () => {
    const at = `https://status.example.com/incidents/${incident.id}`;
    expect(alternateLinks(site, incident)).toContain(
      `<${at}.json>; rel="alternate"; type="application/json"`,
    );
    expect(alternateLinks(site, incident)).not.toContain(".ics");
    expect(alternateLinks(site, maintenance)).toContain('.ics>; rel="alternate"');
  });
});

describe("the calendar of maintenance", () => {
  test("keeps ids, counts changes and tells of what was cancelled", () => {
    const calendar = new ICAL.Component(ICAL.parse(maintenanceCalendar(site, [maintenance])));
    const [event] = calendar.getAllSubcomponents("vevent");
    expect(event?.getFirstPropertyValue("uid")).toBe(
      `maintenance-${maintenance.id}@status.example.com`,
    );
    expect(String(event?.getFirstPropertyValue("sequence"))).toBe("3");
    expect(event?.getFirstPropertyValue("status")).toBe("CANCELLED");
    expect(String(event?.getFirstPropertyValue("dtstart"))).toBe("2026-05-01T15:00:05Z");
  });

  test("is well-formed for any text, in UTC alone, and has each event once", () => {
    const hostile = makeMaintenance({
      title: "Köln; a, b\\c 🚒",
      updates: [makeSiteUpdate("scheduled", { body: `END:VEVENT\r\n${"long ".repeat(60)}` })],
    });
    const text = maintenanceCalendar(site, [maintenance, hostile]);
    const calendar = new ICAL.Component(ICAL.parse(text));
    const events = calendar.getAllSubcomponents("vevent");
    expect(events.map((event) => event.getFirstPropertyValue("summary"))).toEqual([
      maintenance.title,
      hostile.title,
    ]);
    expect(String(events[1]?.getFirstPropertyValue("description"))).toContain("END:VEVENT");
    expect(calendar.getFirstSubcomponent("vtimezone")).toBeNull();
    expect(text.split("\r\n").every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
    expect(text.replaceAll("\r\n", "")).not.toContain("\n");
    expect(new Set(events.map((event) => event.getFirstPropertyValue("uid"))).size).toBe(2);
  });

  test("can be empty", () => {
    expect(ICAL.parse(maintenanceCalendar(site, []))[0]).toBe("vcalendar");
  });

  test("is the same whenever it is made", () => {
    expect(maintenanceCalendar(site, [maintenance])).toBe(maintenanceCalendar(site, [maintenance]));
  });
});
