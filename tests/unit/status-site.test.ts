import { Window } from "happy-dom";
import { describe, expect, test } from "vitest";
import type { Site } from "@/lib/domain/site";
import { bytesOf, type SiteFile } from "@/lib/status-page/file";
import { PICTURES } from "@/lib/status-page/pictures";
import { REFRESH } from "@/lib/status-page/refresh";
import { siteFiles } from "@/scripts/status/site-files";
import { makeMaintenance, makeSite, makeSiteComponent, MINUTE } from "../support/make-site";
import { NOW, richSite } from "../support/rich-site";

const filesOf = (site: Site, staleSince?: number) => siteFiles(site, { now: NOW, staleSince });
const rich = filesOf(richSite());
const stale = filesOf(richSite(), NOW - 12 * MINUTE);

function fileIn(files: SiteFile[], path: string): SiteFile {
  const file = files.find((one) => one.path === path);
  if (!file) throw new Error(`There is no ${path}.`);
  return file;
}

const fileOf = (path: string, site?: Site) => fileIn(site ? filesOf(site) : rich, path);
const pageOf = (path: string, site?: Site) => drawn(fileOf(path, site));

function drawn({ body }: SiteFile) {
  const { document } = new Window({ settings: { disableJavaScriptEvaluation: true } });
  document.documentElement.innerHTML = body.replaceAll(/<\/(?:h\d|p|dd|div|li)>/g, "$& "); // as it is read
  return document;
}

const words = (element: { textContent: string } | null) =>
  element?.textContent.replaceAll(/\s+/g, " ").trim() ?? "";

describe("the public page", () => {
  test("leads with the verdict, then what goes on, what is planned, the components and the past", () => {
    const headings = [...pageOf("").querySelectorAll("h1, h2, article h3")].map(words);
    expect(headings).toEqual([
      "Minor Service Outage",
      "Card payments are declined for some customers",
      "Maintenance",
      "Mail servers",
      "Move to a new database",
      "Components",
      "Past 15 days",
      "Legend",
    ]);
  });

  test("says when it was made and how old its data are", () => {
    expect(words(pageOf("").querySelector(".verdict"))).toContain(
      "Generated 14:02:10 UTC · data as of 14:02:10 UTC",
    );
    const home = drawn(fileIn(stale, ""));
    expect(words(home.querySelector(".verdict"))).toBe(
      "Last known: Minor Service Outage Showing the last known state, from 10 May 2026, 15:50 CEST (13:50 UTC), 12 min ago. Newer information cannot be read at the moment. Generated 14:02:10 UTC · data as of 13:50:10 UTC",
    );
    expect(home.title).toBe("⚠ Last known: Minor Service Outage – Acme");
    expect(fileIn(stale, "incidents/iiiiiiiiii02").body).toContain("Showing the last known state");
  });

  test("says when the next update is due, and when it was", () => {
    const due = () => words(pageOf("", site).querySelector("article dl"));
    const site = richSite();
    expect(due()).toContain("Next update due 16:27 CEST (14:27 UTC)");
    const [newest] = site.incidents[0]?.updates ?? [];
    if (newest) newest.nextUpdateDueAt = NOW - 1;
    expect(due()).toContain("Next update was due 16:02 CEST (14:02 UTC)");
    if (newest) newest.nextUpdateDueAt = NOW + 25 * MINUTE;
  });

  test("opens the groups in which something is wrong, and folds the others", () => {
    const groups = [...pageOf("").querySelectorAll(".components > li > details")];
    expect(
      groups.map((group) => [words(group.querySelector("summary")), group.hasAttribute("open")]),
    ).toEqual([
      ["Payments platform Partial outage: 1 of 2", true],
      ["Websites All 2 operational", false],
    ]);
  });

  test("leaves out components that are only shown while something is wrong, and groups of none", () => {
    const group = makeSiteComponent({ isGroup: true, name: "Inner parts" });
    const part = makeSiteComponent({
      groupId: group.id,
      name: "Queue",
      isOnlyShownDegraded: true,
    });
    const shown = (status: "operational" | "major_outage") =>
      words(pageOf("", makeSite({ components: [group, { ...part, status }] })).body);
    expect(shown("operational")).not.toMatch(/Inner parts|Queue/);
    expect(shown("major_outage")).toMatch(/Inner parts.*Queue/);
  });

  test("shows days of which nothing is known as no data", () => {
    const search = [...pageOf("").querySelectorAll("svg[role=img]")].at(-6);
    expect(words(pageOf("").querySelector(".components"))).toContain("no data yet");
    expect(search).toBeDefined();
  });

  test("groups the past by the days of its zone, with maintenance on the day of the work", () => {
    const days = [...pageOf("").querySelectorAll(".day")].map(words);
    expect(days).toHaveLength(15);
    expect(days[0]).toMatch(/^10 May 2026 Card payments .* its updates are above/);
    expect(days[1]).toBe("9 May 2026 No incidents reported.");
    expect(days[3]).toMatch(/^7 May 2026 Slow dashboard Resolved 18:02 CEST \(16:02 UTC\)/);
    expect(days[6]).toMatch(/^4 May 2026 Certificates Completed/);
    expect(days.join()).not.toContain("We renew certificates.");
  });

  test("has what was called off on its day, and no longer among what is planned", () => {
    const cancelled = makeMaintenance({ title: "New cables", cancelledAt: NOW - 1 });
    const page = pageOf("", makeSite({ maintenances: [cancelled] }));
    expect(page.querySelector("article")).toBeNull();
    expect(words(page.querySelector(".day"))).toContain("New cables");
    expect(
      words(pageOf(`incidents/${cancelled.id}`, makeSite({ maintenances: [cancelled] })).body),
    ).toContain("Cancelled · Maintenance");
  });

  test("leads to a copy of itself and to where problems are reported", () => {
    const links = [...pageOf("").querySelectorAll("footer a")].map((link) =>
      link.getAttribute("href"),
    );
    expect(links).toContain("https://copy.example.net");
    expect(links).toContain("https://example.com/support");
    expect(words(pageOf("", makeSite()).querySelector("footer"))).not.toMatch(/copy|problem/);
  });
});

describe("the page of an incident", () => {
  const page = pageOf("incidents/iiiiiiiiii02");

  test("has all updates at anchors of their own, the newest first", () => {
    const ids = richSite().incidents[1]?.updates.map(({ id }) => `u-${id}`);
    expect([...page.querySelectorAll(".updates > li")].map(({ id }) => id)).toEqual(ids);
  });

  test("says how long it lasted, and which component was how when", () => {
    expect(words(page.querySelector("dl"))).toBe(
      "Affects Dashboard Lasted 7 May 2026, 16:02 CEST (14:02 UTC) to 18:02 CEST (16:02 UTC), 2 h",
    );
    expect([...page.querySelectorAll(".timeline li")].map(words)).toEqual([
      "7 May 2026, 16:02 CEST (14:02 UTC) Dashboard: Operational → Degraded performance",
      "7 May 2026, 18:02 CEST (16:02 UTC) Dashboard: Degraded performance → Operational",
    ]);
  });

  test("has the report, laid out, with what changed since", () => {
    const report = page.querySelector("section.report");
    expect(words(report)).toContain(
      "updated 9 May 2026, 16:02 CEST (14:02 UTC): a clearer timeline",
    );
    expect(report?.querySelector("h3")?.textContent).toBe("What happened");
    expect(report?.querySelector("table")).not.toBeNull();
    expect(report?.querySelector("a")?.getAttribute("rel")).toContain("nofollow");
  });

  test("shows itself in links with its state, its latest words and a picture of no words of people", () => {
    const told = (name: string) =>
      page.querySelector(`meta[property="og:${name}"]`)?.getAttribute("content");
    expect(told("title")).toBe("[Resolved] Slow dashboard – Acme");
    expect(told("description")).toBe("Resolved · Minor impact. The dashboard is fast again.");
    expect(told("image")).toBe("https://status.example.com/images/preview-resolved.png");
  });

  test("tells search engines what it is, in JSON that nothing ends early", () => {
    const site = richSite();
    const [incident] = site.incidents;
    const hostile = makeSite({
      incidents: incident ? [{ ...incident, title: "</script><b>" }] : [],
    });
    const { body } = fileOf("incidents/iiiiiiiiii01", hostile);
    expect(body).not.toContain("</script><b>");
    const json = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(body)?.[1] ?? "";
    expect(JSON.parse(json)).toMatchObject({
      "@type": "SpecialAnnouncement",
      name: "</script><b>",
    });
    expect(fileOf("incidents/mmmmmmmmmm02").body).toContain('"@type":"Event"');
  });

  test("that was withdrawn says that it is gone, in every form alike", () => {
    const gone = ["", ".json", ".md", ".atom", ".rss"].map((form) =>
      fileOf(`incidents/wwwwwwwwww01${form}`),
    );
    expect(gone.map(({ status }) => status)).toEqual([410, 410, 410, 410, 410]);
    expect(new Set(gone.map(({ body }) => body)).size).toBe(1);
    expect(gone[0]?.body).not.toContain("canonical");
  });
});

describe("what goes with the pages", () => {
  test("is an icon and a small picture for each state", () => {
    for (const picture of PICTURES) {
      expect(fileOf(`images/icon-${picture}.svg`).body).toContain("<svg");
      const png = bytesOf(fileOf(`images/preview-${picture}.png`));
      expect(png.subarray(1, 4).toString()).toBe("PNG");
      expect(png.readUInt32BE(16)).toBe(1200);
      expect(png.length).toBeLessThan(30_000);
    }
  });

  test("is one small script, which needs no other", () => {
    expect(REFRESH.length).toBeLessThan(2500);
    expect(REFRESH).not.toMatch(/import|eval|innerHTML/);
  });
});
