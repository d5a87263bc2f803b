import Link from "next/link";
import { SeverityBadge } from "@/components/incidents/severity-badge";
import { Disclosure } from "@/components/ui/disclosure";
import type { OpenIncident } from "@/db/queries/open-incidents";

/** What is open already, before someone declares it twice. */
export function OpenIncidents({ incidents }: { incidents: OpenIncident[] }) {
  if (incidents.length === 0) return null;
  const count = incidents.length === 1 ? "1 incident is" : `${incidents.length} incidents are`;
  return (
    <Disclosure
      open={incidents.length <= 3}
      summary={`${count} open already. Is it one of these?`}
      className="mb-5 rounded-lg border border-border bg-card px-4 py-2"
    >
      <ul className="grid gap-2 pb-2">
        {incidents.map(({ id, key, title, severity, service }) => (
          <li key={id} className="grid grid-cols-[auto_1fr] items-start gap-x-2.5">
            <SeverityBadge severity={severity} />
            <span className="wrap-anywhere">
              <Link
                href={`/incidents/${key}`}
                className="inline-block min-h-6 content-center text-link hover:underline pointer-coarse:min-h-11"
              >
                {key} {title}
              </Link>{" "}
              {service && <span className="text-muted-foreground">{service}</span>}
            </span>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
