import { Document } from "./document";
import type { PageProps } from "./home-page";
import { pathTo } from "./paths";

/** For readers who want the page's times in their own zone: a form and links, no script. */
export function ZonesPage({ site }: Pick<PageProps, "site">) {
  const { name, zone } = site.page;
  return (
    <Document
      site={site}
      path="zones"
      title={`Times in your zone – ${name}`}
      summary={`Read ${name} in your own time zone.`}
    >
      <h1>Times in your zone</h1>
      <p>
        All times are in {zone === "Etc/UTC" ? "UTC" : `${zone} and in UTC`}. Choose a zone to read
        them in it; the address that you get can be kept and shared.
      </p>
      <form method="get" action={pathTo(site)} className="zone">
        <label>
          Time zone
          <select name="zone" defaultValue={zone === "Etc/UTC" ? "UTC" : zone}>
            {["UTC", ...Intl.supportedValuesOf("timeZone")].map((one) => (
              <option key={one}>{one}</option>
            ))}
          </select>
        </label>
        <button>Show times in it</button>
      </form>
      <p className="quiet">Copies of this page that are kept as files know its own zone only.</p>
    </Document>
  );
}
