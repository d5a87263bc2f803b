import type { Site } from "@/lib/domain/site";
import { pathTo } from "./paths";

export function Footer({ site }: { site: Site }) {
  const { supportUrl, zone } = site.page;
  return (
    <footer>
      <nav aria-label="More of this page">
        <a href={pathTo(site, "history")}>History</a>
        <a href={pathTo(site, "uptime")}>Uptime</a>
        <a href={pathTo(site, "api")}>API and feeds</a>
        <a href={pathTo(site, "zones")}>Times in your zone</a>
        {supportUrl !== null && <a href={supportUrl}>Report a problem</a>}
      </nav>
      <p>Times are in {zone === "Etc/UTC" ? "UTC" : `${zone}, and in UTC`}.</p>
    </footer>
  );
}
