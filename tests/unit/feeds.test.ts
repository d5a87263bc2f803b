// @vitest-environment happy-dom
import { describe, expect, test } from "vitest";
import type { SiteUpdate } from "@/lib/domain/site";
import type { IncidentStatus } from "@/lib/domain/incident";
import { historyEntries, updateEntries } from "@/lib/status-page/feed-entries";
import { componentFeeds, entryFeeds, pageFeeds } from "@/lib/status-page/feed-files";
import { atomOf } from "@/lib/status-page/feeds";
import { escapeXml } from "@/lib/status-page/xml";
import { feedProblems } from "@/tests/support/check-feed";
import {
  makeMaintenance,
  makeSite,
  makeSiteComponent,
  makeSiteIncident,
  makeSiteUpdate,
  MINUTE,
} from "@/tests/support/make-site";

const AT = Date.UTC(2026, 7, 21, 0, 37);
const DAY = 24 * 60 * MINUTE;
const group = makeSiteComponent({ name: "Europe", isGroup: true });
const component = makeSiteComponent({ groupId: group.id });
const other = makeSiteComponent({ name: "Other" });
const changes = [
  { componentId: component.id, before: "operational", after: "partial_outage" } as const,
];
const incident = makeSiteIncident({
  title: "Cards <fail> & more",
  updates: [
    makeSiteUpdate("identified", { at: AT + 2 * MINUTE, body: "Still\r\nhere <b>" }),
    makeSiteUpdate("identified", { at: AT + MINUTE }),
    makeSiteUpdate("investigating", { at: AT, changes }),
  ],
});
const maintenance = makeMaintenance({ scheduledFor: AT, scheduledUntil: AT + 60 * MINUTE });
const site = makeSite({
  components: [group, component, other],
  incidents: [incident],
  maintenances: [maintenance],
});
const parsed = (text: string) => new DOMParser().parseFromString(text, "application/xml");
const bodyOf = (path: string, of = site) =>
  pageFeeds(of).find((file) => file.path === path)?.body ?? "";

describe("the history's entries", () => {
  test("hold all updates of an incident, the newest first, with repeated states as updates", () => {
    const [entry] = historyEntries(site, [incident]);
    expect(entry?.html.match(/<strong>(.*?)<\/strong>/g)).toEqual([
      "<strong>Update</strong>",
      "<strong>Identified</strong>",
      "<strong>Investigating</strong>",
    ]);
    expect(entry?.html).toContain("Still<br />here &lt;b&gt;");
    expect(entry?.html).toContain(
      "<small>Aug <var data-var='date'>21</var>, <var data-var='time'>00:37</var> UTC</small>",
    );
    expect(entry?.publishedAt).toBe(AT + 2 * MINUTE);
    expect(entry?.id).toBe(`tag:status.example.com,2005:Incident/${incident.id}`);
  });

  test.each([
    [AT + 60 * MINUTE, "Aug 21, 00:37 - 01:37 UTC"],
    [AT + DAY, "Aug 21, 00:37 - Aug 22, 00:37 UTC"],
  ])("say of maintenance when it is planned", (scheduledUntil, window) => {
    const [entry] = historyEntries(site, [{ ...maintenance, scheduledUntil }]);
    const document = new DOMParser().parseFromString(entry?.html ?? "", "text/html");
    expect(document.body.textContent).toContain(`THIS IS A SCHEDULED EVENT ${window}`);
  });

  test("say of maintenance that it was called off, and name no end", () => {
    const [entry] = historyEntries(site, [{ ...maintenance, cancelledAt: AT }]);
    expect(entry?.html).toContain("THIS SCHEDULED EVENT WAS CANCELLED");
    expect(entry?.html).toContain("<strong>Cancelled</strong>");
    expect(entry?.window).toBeUndefined();
  });

  test("stand by their newest updates, and are fifty at most", () => {
    const many = Array.from({ length: 60 }, (_, i) =>
      makeSiteIncident({ updates: [makeSiteUpdate("investigating", { at: AT + i * MINUTE })] }),
    );
    const entries = historyEntries(site, many);
    expect(entries).toHaveLength(50);
    expect(entries[0]?.publishedAt).toBe(AT + 59 * MINUTE);
  });
});

describe("the updates' entries", () => {
  test("are one for each update, named by its state, with an address of its own", () => {
    const entries = updateEntries(site, [incident]);
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

describe("the feeds", () => {
  const files = [
    ...pageFeeds(site),
    ...componentFeeds(site, group),
    ...entryFeeds(site, incident),
    ...entryFeeds(site, maintenance),
    ...pageFeeds(makeSite()),
  ];

  test("are valid, whatever they tell of", () => {
    expect(files.flatMap(({ path, body }) => feedProblems(body, path))).toEqual([]);
  });

  test.each([
    [/<\/title>/, "", "is not well-formed."],
    [/<updated>/g, "<updated>x", "the feed has no time"],
    [/<id>[^<]*<\/id>/g, "<id>tag:a,2005:b</id>", "repeats an id"],
    [/<author>[^]*<\/author>/, "", "has no author"],
  ])("are looked at closely: without %s", (part, instead, problem) => {
    const broken = bodyOf("history.atom").replace(part, instead);
    expect(feedProblems(broken, "history.atom").join()).toContain(problem);
  });

  test("have an id and an address of their own each", () => {
    const own = files
      .slice(0, -pageFeeds(site).length)
      .filter(({ path }) => path.includes(".atom"));
    const ids = own.map(({ body }) => parsed(body).querySelector("feed > id")?.textContent);
    expect(new Set(ids).size).toBe(own.length);
    const addresses = own.map(({ body }) =>
      parsed(body).querySelector('feed > link[rel="self"]')?.getAttribute("href"),
    );
    expect(addresses).toEqual(own.map(({ path }) => `https://status.example.com/${path}`));
  });

  test.each([
    ["history.atom?kind=incident", [incident.title]],
    ["history.atom?kind=maintenance", [maintenance.title]],
    ["history.atom", [maintenance.title, incident.title]],
  ])("at %s tell of the kind that is asked for", (path, titles) => {
    const shown = [...parsed(bodyOf(path)).querySelectorAll("entry > title")];
    expect(shown.map(({ textContent }) => textContent).toSorted()).toEqual(titles.toSorted());
  });

  test("of a component tell of what touched it, and those of a group of what touched its members", () => {
    expect(componentFeeds(site, component)[0]?.body).toContain(incident.id);
    expect(componentFeeds(site, group)[0]?.body).toContain(incident.id);
    expect(componentFeeds(site, other)[0]?.body).not.toContain(incident.id);
  });

  test("tell of a published report as the newest update", () => {
    const report = { id: "reportreport", body: "## Why", note: null, at: AT, updatedAt: AT + DAY };
    const told = makeSiteIncident({ status: "resolved", resolvedAt: AT, report });
    const feed = bodyOf("updates.atom", makeSite({ incidents: [told] }));
    expect(parsed(feed).querySelector("entry > title")?.textContent).toBe(
      `[Postmortem] ${told.title}`,
    );
  });

  test("are Atom that names the time of the newest change", () => {
    const text = bodyOf("history.atom");
    expect(parsed(text).querySelector("feed > updated")?.textContent).toBe("2026-05-01T14:00:05Z");
    expect(bodyOf("history.atom")).toBe(text);
  });

  test("are RSS in which maintenance bears its beginning and its end", () => {
    const text = bodyOf("history.rss?kind=maintenance");
    expect(text).toContain("<pubDate>Fri, 21 Aug 2026 00:37:00 GMT</pubDate>");
    expect(text).toContain(
      "<maintenanceEndDate>Fri, 21 Aug 2026 01:37:00 GMT</maintenanceEndDate>",
    );
  });

  test("keep their ids when an update is corrected, and change only where it is told", () => {
    const [first, ...rest] = incident.updates;
    if (!first) throw new Error("The incident has no update.");
    const corrected: SiteUpdate<IncidentStatus> = {
      ...first,
      body: "Put right",
      updatedAt: AT + DAY,
      correctedAt: AT + DAY,
    };
    const after = { ...site, incidents: [{ ...incident, updates: [corrected, ...rest] }] };
    const entriesOf = (text: string) =>
      [...parsed(text).querySelectorAll("entry")].map((entry) => [
        entry.querySelector("id")?.textContent,
        entry.querySelector("updated")?.textContent,
      ]);
    const [was, is] = [entriesOf(bodyOf("updates.atom")), entriesOf(bodyOf("updates.atom", after))];
    expect(is.map(([id]) => id)).toEqual(was.map(([id]) => id));
    expect(is.filter(([, updated], i) => updated !== was[i]?.[1])).toEqual([
      [`tag:status.example.com,2005:Update/${first.id}`, "2026-08-22T00:37:00Z"],
    ]);
    const kind = "history.atom?kind=maintenance";
    expect(bodyOf(kind, after)).toBe(bodyOf(kind));
  });

  test("hold no character that XML has not", () => {
    expect(escapeXml('a\u0000\u001b\ud800"b"')).toBe("a&quot;b&quot;");
    const hostile = makeSite({ incidents: [makeSiteIncident({ title: "]]> \u0008 ü 🚒 <!--" })] });
    const [file] = pageFeeds(hostile);
    expect(feedProblems(file?.body ?? "", "history.atom")).toEqual([]);
    expect(atomOf(hostile, { path: "", title: "", alternate: "", entries: [] })).not.toContain(
      "🚒",
    );
  });
});
