import { COMPONENT_STATUS_LABELS } from "@/lib/domain/component";
import type { Site, SiteEntry } from "@/lib/domain/site";
import { When } from "./when";
import { ENTRY_WORDS } from "./words";

type Update = SiteEntry["updates"][number];

/** The newest update in full, the older ones folded away. */
export function Updates({ site, entry }: { site: Site; entry: SiteEntry }) {
  const [newest, ...older] = entry.updates;
  if (!newest) return null;
  return (
    <>
      <UpdateList site={site} updates={[newest]} />
      {older.length > 0 && (
        <details>
          <summary>
            {older.length} earlier {older.length === 1 ? "update" : "updates"}
          </summary>
          <UpdateList site={site} updates={older} />
        </details>
      )}
    </>
  );
}

/** Updates, the newest first. */
export function UpdateList({ site, updates }: { site: Site; updates: Update[] }) {
  return (
    <ol reversed className="updates">
      {updates.map((update) => (
        <li key={update.id} id={`u-${update.id}`}>
          <p className="meta">
            <strong className={`status ${update.status}`}>{ENTRY_WORDS[update.status]}</strong>{" "}
            <When at={update.at} zone={site.page.zone} />
            {update.correctedAt !== null && " · corrected"}
          </p>
          <p className="body">{update.body}</p>
          <Changes site={site} update={update} />
        </li>
      ))}
    </ol>
  );
}

function Changes({ site, update: { changes } }: { site: Site; update: Update }) {
  if (changes.length === 0) return null;
  return (
    <ul className="changes">
      {changes.map(({ componentId, before, after }) => (
        <li key={componentId}>
          {site.components.find(({ id }) => id === componentId)?.name}:{" "}
          {before !== after && `${COMPONENT_STATUS_LABELS[before]} → `}
          {COMPONENT_STATUS_LABELS[after]}
        </li>
      ))}
    </ul>
  );
}
