import { describe, expect, test } from "vitest";
import { robotsText, sitemap } from "@/lib/status-page/crawlers";
import { publicPathOf, statusPlace } from "@/scripts/server/public-place.mjs";
import {
  makeMaintenance,
  makeSite,
  makeSiteComponent,
  makeSiteIncident,
} from "@/tests/support/make-site";

const siteAt = (url: string) => makeSite({ page: { ...makeSite().page, url } });

describe("robots.txt", () => {
  test("opens a page on a host of its own", () => {
    expect(robotsText(siteAt("https://status.example.com"))).toBe(
      "User-agent: *\nAllow: /\nSitemap: https://status.example.com/sitemap.xml\n",
    );
  });

  test("closes the portal around a page that shares its host", () => {
    expect(robotsText(siteAt("https://muster.example.com/status"))).toBe(
      "User-agent: *\nAllow: /status\nDisallow: /\nSitemap: https://muster.example.com/status/sitemap.xml\n",
    );
  });

  test("is answered at the root, where robots ask for it", () => {
    const shared = statusPlace("https://muster.example.com/status");
    const own = statusPlace("https://status.example.com");
    expect(publicPathOf("/robots.txt", "muster.example.com", shared)).toBe("robots.txt");
    expect(publicPathOf("/robots.txt", "status.example.com", own)).toBe("robots.txt");
    expect(publicPathOf("/robots.txt", "muster.example.com", own)).toBeUndefined();
  });
});

describe("sitemap", () => {
  test("lists the pages, what changed last first among incidents and maintenance", () => {
    const at = Date.UTC(2026, 4, 1);
    const site = makeSite({
      components: [makeSiteComponent({ id: "component000" })],
      incidents: [makeSiteIncident({ id: "incident0000", updatedAt: at })],
      maintenances: [makeMaintenance({ id: "maintenance0", updatedAt: at + 1000 })],
    });
    const listed = [...sitemap(site).matchAll(/<url><loc>([^<]*)<\/loc>(.*)<\/url>/g)];
    expect(listed.map(([, address = "", changed = ""]) => `${address} ${changed}`.trim())).toEqual([
      "https://status.example.com",
      "https://status.example.com/history",
      "https://status.example.com/uptime",
      "https://status.example.com/incidents/maintenance0 <lastmod>2026-05-01T00:00:01.000Z</lastmod>",
      "https://status.example.com/incidents/incident0000 <lastmod>2026-05-01T00:00:00.000Z</lastmod>",
      "https://status.example.com/components/component000",
    ]);
  });
});
