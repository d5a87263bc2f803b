import type { Site, SiteComponent } from "@/lib/domain/site";
import { pathTo } from "./paths";

const LISTED = 20; // more components than these have a page to choose from

type SubscribeProps = {
  site: Site;
  /** What can be chosen from at once. */
  components: SiteComponent[];
};

/** The ways to hear of changes, without a script. */
export function Subscribe({ site, components }: SubscribeProps) {
  const leaves = components.filter(({ isGroup }) => !isGroup);
  const isListed = leaves.length > 1 && leaves.length <= LISTED;
  return (
    <details className="subscribe">
      <summary>Subscribe</summary>
      <div>
        <form method="post" action={pathTo(site, "subscribe")}>
          <label>
            E-mail
            <input name="address" type="email" autoComplete="email" required maxLength={254} />
          </label>
          {isListed && (
            <details id="only">
              <summary>Only some components</summary>
              <fieldset>
                <legend>Components; none chosen means all</legend>
                {leaves.map(({ id, name }) => (
                  <label key={id}>
                    <input type="checkbox" name="component" value={id} /> {name}
                  </label>
                ))}
              </fieldset>
            </details>
          )}
          <button>Subscribe by e-mail</button>
        </form>
        <ul>
          <li>
            <a href={pathTo(site, "updates.atom")}>Atom feed of all updates</a>
          </li>
          <li>
            <a href={pathTo(site, "history.rss")}>RSS feed of incidents</a>
          </li>
          <li>
            <a href={pathTo(site, "maintenance.ics")}>Calendar of maintenance</a>
          </li>
          <li>
            <a href={pathTo(site, "api/v2/summary.json")}>JSON</a>
          </li>
          <li>
            <a href={pathTo(site, "subscribe")}>Webhook, and more ways to choose</a>
          </li>
        </ul>
      </div>
    </details>
  );
}
