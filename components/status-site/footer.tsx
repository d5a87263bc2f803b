import type { Site } from "@/lib/domain/site";
import { pageTo, pathTo } from "./paths";

export function Footer({ site }: { site: Site }) {
  const { supportUrl, copyUrl, zone, chosenZone } = site.page;
  return (
    <footer>
      <nav aria-label="More of this page">
        <a href={pageTo(site)}>Current state</a>
        <a href={pageTo(site, "history")}>History</a>
        <a href={pageTo(site, "uptime")}>Uptime</a>
        <a href={pathTo(site, "history.atom")}>Atom</a>
        <a href={pathTo(site, "history.rss")}>RSS</a>
        <a href={pathTo(site, "api")}>API and feeds</a>
        {supportUrl !== null && <a href={supportUrl}>Report a problem</a>}
        {copyUrl && <a href={copyUrl}>A copy of this page elsewhere</a>}
      </nav>
      <p>
        Times are in {zone === "Etc/UTC" || zone === "UTC" ? "UTC" : `${zone} and in UTC`}.{" "}
        <a href={pathTo(site, "zones")}>Times in your zone</a>
        {chosenZone !== undefined && (
          <>
            {" · "}
            <a href={pathTo(site)}>Times in the page’s own zone</a>
          </>
        )}
      </p>
    </footer>
  );
}
