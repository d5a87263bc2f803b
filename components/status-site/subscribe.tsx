import type { Site } from "@/lib/domain/site";
import { pathTo } from "./paths";

/** The ways to hear of changes, without a script. */
export function Subscribe({ site }: { site: Site }) {
  const leaves = site.components.filter(({ isGroup }) => !isGroup);
  return (
    <details className="subscribe">
      <summary>Subscribe</summary>
      <div>
        <form method="post" action={pathTo(site, "subscribe")}>
          <label>
            E-mail
            <input name="address" type="email" autoComplete="email" required maxLength={254} />
          </label>
          {leaves.length > 1 && (
            <details>
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
            <a href={pathTo(site, "subscribe")}>Webhook</a>
          </li>
        </ul>
      </div>
    </details>
  );
}
