import { FactList } from "@/components/incidents/detail/fact-list";
import { Time } from "@/components/time";
import type { AlertDetail } from "@/db/queries/alerts";
import { SOURCE_NAMES } from "@/lib/domain/alerts/source";

/** Where an alert comes from, and since when. */
export function AlertFacts({ alert }: { alert: AlertDetail }) {
  const { service, sourceName, kind, groupKey, occurrences, endsAt, acknowledgedBy } = alert;
  const kindName = SOURCE_NAMES[kind];
  return (
    <FactList
      facts={[
        { label: "Service", value: service ?? undefined },
        {
          label: "Source",
          value: sourceName === kindName ? sourceName : `${sourceName} (${kindName})`,
        },
        { label: "Group", value: groupKey ?? undefined },
        { label: "There", value: alert.url === null ? undefined : <Address url={alert.url} /> },
        { label: "Began", value: <Time at={alert.startsAt} /> },
        { label: "Ended", value: endsAt === null ? undefined : <Time at={endsAt} /> },
        { label: "First heard of", value: <Time at={alert.firstSeenAt} /> },
        { label: "Last heard of", value: <Time at={alert.lastSeenAt} /> },
        { label: "Fired", value: occurrences === 1 ? "once" : `${occurrences} times` },
        { label: "Acknowledged by", value: acknowledgedBy ?? undefined },
        { label: "Group cut", value: alert.truncated && "others of its group were left out" },
      ]}
    />
  );
}

function Address({ url }: { url: string }) {
  return (
    <a href={url} rel="noreferrer nofollow" className="touch-target text-link underline">
      {url}
    </a>
  );
}

/** An alert's labels as they were sent. */
export function AlertLabels({ labels }: { labels: Record<string, string> }) {
  const names = Object.keys(labels).toSorted();
  if (names.length === 0) return <p className="text-muted-foreground">It has none.</p>;
  return (
    <dl className="grid grid-cols-[minmax(6rem,auto)_1fr] gap-x-4 gap-y-1.5 font-mono text-xs leading-5">
      {names.map((name) => (
        <div key={name} className="col-span-2 grid grid-cols-subgrid">
          <dt className="text-muted-foreground wrap-anywhere">{name}</dt>
          <dd className="wrap-anywhere">{labels[name]}</dd>
        </div>
      ))}
    </dl>
  );
}
