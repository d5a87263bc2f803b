import { COMPONENT_STATUS_LABELS } from "@/lib/domain/component";
import type { Site, SiteEntry } from "@/lib/domain/site";
import { pageTo } from "./paths";
import { When } from "./when";
import { wordOfUpdate } from "./words";

type Update = SiteEntry["updates"][number];

/** The newest update in full, the older ones folded away. */
export function Updates({ site, entry }: { site: Site; entry: SiteEntry }) {
  const [newest, ...older] = entry.updates;
  if (!newest) return null;
  return (
    <>
      <UpdateList site={site} entry={entry} updates={[newest]} />
      {older.length > 0 && (
        <details id={`earlier-${entry.id}`}>
          <summary>
            {older.length} earlier {older.length === 1 ? "update" : "updates"}
          </summary>
          <UpdateList site={site} entry={entry} updates={older} />
        </details>
      )}
    </>
  );
}

type UpdateListProps = {
  site: Site;
  entry: SiteEntry;
  updates: Update[];
  /** True on the entry's own page, where each update's anchor is. */
  withAnchors?: boolean;
  /** A moment of the day whose updates these are. */
  near?: number;
};

/** Updates, the newest first. */
export function UpdateList(props: UpdateListProps) {
  const { site, entry, updates, withAnchors = false, near } = props;
  return (
    <ol reversed className="updates">
      {updates.map((update) => (
        <li key={update.id} id={withAnchors ? `u-${update.id}` : undefined}>
          <p className="meta">
            <strong>{wordOfUpdate(entry, update)}</strong>{" "}
            <a
              href={
                withAnchors
                  ? `#u-${update.id}`
                  : pageTo(site, `incidents/${entry.id}#u-${update.id}`)
              }
            >
              <When at={update.at} zone={site.page.zone} {...(near !== undefined && { near })} />
            </a>
            {update.correctedAt !== null && (
              <>
                {" · corrected "}
                <When at={update.correctedAt} zone={site.page.zone} near={update.at} />
              </>
            )}
          </p>
          <p className="body">{update.body}</p>
          <Changes site={site} update={update} />
        </li>
      ))}
    </ol>
  );
}

/** What became different; what an announcement only names stands with the other facts. */
function Changes({ site, update }: { site: Site; update: Update }) {
  const changes = update.changes.filter(({ before, after }) => before !== after);
  if (changes.length === 0) return null;
  return (
    <ul className="changes">
      {changes.map((change) => (
        <li key={change.componentId}>
          <ChangeWords site={site} change={change} />
        </li>
      ))}
    </ul>
  );
}

type ChangeWordsProps = { site: Site; change: Update["changes"][number] };

/** "Payments: Operational → Partial outage" */
export function ChangeWords({ site, change: { componentId, before, after } }: ChangeWordsProps) {
  return (
    <>
      {site.components.find(({ id }) => id === componentId)?.name ?? "A component"}:{" "}
      {before !== after && `${COMPONENT_STATUS_LABELS[before]} → `}
      {COMPONENT_STATUS_LABELS[after]}
    </>
  );
}
