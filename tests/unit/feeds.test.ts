// @vitest-environment happy-dom
import { describe, expect, test } from "vitest";
import { historyEntries, updateEntries } from "@/lib/status-page/feed-entries";
import { atomOf, rssOf, type Feed } from "@/lib/status-page/feeds";
import { escapeXml } from "@/lib/status-page/xml";
import {
  makeMaintenance,
  makeSite,
  makeSiteComponent,
  makeSiteIncident,
  makeSiteUpdate,
  MINUTE,
} from "@/tests/support/make-site";

const AT = Date.UTC(2026, 7, 21, 0, 37);
const component = makeSiteComponent();
const changes = [
  { componentId: component.id, before: "operational", after: "partial_outage" } as const,
];
const incident = makeSiteIncident({
  title: "Cards <fail> & more",
  updates: [
    makeSiteUpdate("identified", { at: AT + 2 * MINUTE, body: "Still\nhere" }),
    makeSiteUpdate("identified", { at: AT + MINUTE }),
    makeSiteUpdate("investigating", { at: AT, changes }),
  ],
});
const maintenance = makeMaintenance({ scheduledFor: AT, scheduledUntil: AT + 60 * MINUTE });
const site = makeSite({
  components: [component],
  incidents: [incident],
  maintenances: [maintenance],
});
const feedOf = (entries: Feed["entries"]): Feed => ({
  path: "history",
  title: "Acme Status - Incident History",
  alternate: "https://status.example.com",
  entries,
});
const parsed = (text: string) => new DOMParser().parseFromString(text, "application/xml");

describe("the history's entries", () => {
  test("hold all updates of an incident, the newest first, with repeated states as updates", () => {
    const entry = historyEntries(site).find(({ title }) => title === incident.title);
    expect(entry?.html.match(/<strong>(.*?)<\/strong>/g)).toEqual([
      "<strong>Update</strong>",
      "<strong>Identified</strong>",
      "<strong>Investigating</strong>",
    ]);
    expect(entry?.html).toContain("Still<br />here");
    expect(entry?.html).toContain(
      "<small>Aug <var data-var='date'>21</var>, <var data-var='time'>00:37</var> UTC</small>",
    );
    expect(entry?.publishedAt).toBe(AT + 2 * MINUTE);
    expect(entry?.id).toBe(`tag:status.example.com,2005:Incident/${incident.id}`);
  });

  test("say of maintenance that it is planned", () => {
    const [entry] = historyEntries(site, { kind: "maintenance" });
    expect(entry?.html).toContain("THIS IS A SCHEDULED EVENT Aug");
  });

  test.each([
    [{ kind: "incident" }, [incident.title]],
    [{ componentId: component.id }, [incident.title]],
    [{ componentId: "other" }, []],
    [{ entryId: maintenance.id }, [maintenance.title]],
  ] as const)("are those that are chosen by %j", (choice, titles) => {
    expect(historyEntries(site, choice).map(({ title }) => title)).toEqual(titles);
  });
});

describe("the updates' entries", () => {
  test("are one for each update, named by its state, with an address of its own", () => {
    const entries = updateEntries(site, { entryId: incident.id });
    expect(entries.map(({ title }) => title)).toEqual([
      `[Update] ${incident.title}`,
      `[Identified] ${incident.title}`,
      `[Investigating] ${incident.title}`,
    ]);
    expect(entries[0]?.link).toBe(
      `https://status.example.com/incidents/${incident.id}#u-${incident.updates[0]?.id}`,
    );
  });
});

describe("a feed", () => {
  test("is well-formed Atom that changes only when something did", () => {
    const text = atomOf(site, feedOf(historyEntries(site)));
    const document = parsed(text);
    expect(document.querySelector("parsererror")).toBeNull();
    expect(document.querySelectorAll("entry")).toHaveLength(2);
    expect(text).toContain("<id>tag:status.example.com,2005:/history</id>");
    expect(text).toContain("<title>Cards &lt;fail&gt; &amp; more</title>");
    expect(atomOf(site, feedOf(historyEntries(site)))).toBe(text);
  });

  test("is RSS in which maintenance bears its beginning and its end", () => {
    const text = rssOf(site, feedOf(historyEntries(site, { kind: "maintenance" })));
    expect(text).toContain("<pubDate>Fri, 21 Aug 2026 00:37:00 GMT</pubDate>");
    expect(text).toContain(
      "<maintenanceEndDate>Fri, 21 Aug 2026 01:37:00 GMT</maintenanceEndDate>",
    );
  });

  test("holds no character that XML has not", () => {
    expect(escapeXml('a\u0000\u001b\ud800"b"')).toBe("a&quot;b&quot;");
  });
});
