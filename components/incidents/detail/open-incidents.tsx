import Link from "next/link";
import { SeverityBadge } from "@/components/incidents/severity-badge";
import { Disclosure } from "@/components/ui/disclosure";
import type { ListedIncident } from "@/db/queries/incidents";

/** What is open already, before someone declares it twice. */
export function OpenIncidents({ incidents }: { incidents: ListedIncident[] }) {
  if (incidents.length === 0) return null;
  const count = incidents.length === 1 ? "1 incident is" : `${incidents.length} incidents are`;
  return (
    <Disclosure
      open={incidents.length <= 3}
      summary={`${count} open already. Is it one of these?`}
      className="mb-5 rounded-lg border border-border bg-card px-4 py-2"
    >
      <ul className="grid gap-1 pb-2">
        {incidents.map(({ id, key, title, severity, service }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
            <SeverityBadge severity={severity} />
            <Link href={`/incidents/${key}`} className="text-link wrap-anywhere hover:underline">
              {key} {title}
            </Link>
            {service && <span className="text-muted-foreground">{service}</span>}
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
