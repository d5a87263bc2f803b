import Link from "next/link";
import { Section } from "@/components/incidents/detail/section";
import { IncidentLine } from "@/components/incidents/related/incident-line";
import { itemsText, reasonsText } from "@/components/incidents/related/earlier-words";
import { Time } from "@/components/time";
import type { SameCause as Earlier } from "@/db/queries/same-cause";
import { actionAddress } from "@/lib/domain/chip";

/** Earlier incidents that had the same cause, and what was never done about it. */
export function SameCause({ incidents }: { incidents: Earlier[] }) {
  return (
    <Section id="same-cause" title="Same cause before">
      {incidents.length === 0 && (
        <p className="text-[0.8125rem] text-muted-foreground">
          No earlier incident names a cause like this one.
        </p>
      )}
      <ul className="grid gap-4 text-[0.8125rem] leading-5">
        {incidents.map((incident) => (
          <li key={incident.id} className="grid gap-0.5">
            <IncidentLine incident={incident} />
            <p className="text-muted-foreground">
              <Time at={incident.declaredAt} />
            </p>
            <p className="wrap-anywhere">{reasonsText(incident.reasons)}</p>
            {incident.items.total > 0 && (
              <p className={incident.items.open > 0 ? "text-warning" : "text-muted-foreground"}>
                {itemsText(incident.items)}
              </p>
            )}
            <OpenItems incident={incident} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function OpenItems({ incident: { key, openItems } }: { incident: Earlier }) {
  if (openItems.length === 0) return null;
  return (
    <ul aria-label={`Open actions of ${key}`} className="grid list-disc gap-0.5 ps-5">
      {openItems.map(({ id, title }) => (
        <li key={id} className="wrap-anywhere">
          <Link
            href={actionAddress(id)}
            prefetch={false}
            className="touch-target relative text-link hover:underline"
          >
            {title}
          </Link>
        </li>
      ))}
    </ul>
  );
}
