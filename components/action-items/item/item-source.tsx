import Link from "next/link";
import { FactList } from "@/components/incidents/detail/fact-list";
import { Section } from "@/components/incidents/detail/section";
import { SeverityBadge } from "@/components/incidents/severity-badge";
import type { Item } from "@/db/queries/action-item";
import { eventAddress, incidentAddress } from "@/lib/domain/chip";

const LINK = "touch-target rounded-sm text-link hover:underline";

/** Where an item comes from: its incident, and the part of the postmortem or the row of the timeline. */
export function ItemSource({ item }: { item: Item }) {
  const { incidentKey, incidentTitle, severity, fromSection, event } = item;
  const incident = incidentAddress(incidentKey);
  return (
    <Section id="source" title="Where it comes from" aside={<SeverityBadge severity={severity} />}>
      <FactList
        facts={[
          {
            label: "Incident",
            value: (
              <Link href={incident} className={LINK}>
                {incidentKey} {incidentTitle}
              </Link>
            ),
          },
          {
            label: "Postmortem",
            value: fromSection !== null && (
              <Link href={`${incident}/postmortem`} className={LINK}>
                {fromSection}
              </Link>
            ),
          },
          {
            label: "Timeline",
            value: event && (
              <Link href={eventAddress(incidentKey, event.seq)} className={LINK}>
                {event.description}
              </Link>
            ),
          },
        ]}
      />
    </Section>
  );
}
