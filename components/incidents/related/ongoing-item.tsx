import type { OngoingIncident } from "@/db/queries/incident-links";
import { IncidentLine } from "./incident-line";

/** What the record names: a link where there is such an incident to be seen, else its words. */
export function OngoingItem({ ongoing: { text, incident } }: { ongoing: OngoingIncident }) {
  return (
    <li className="wrap-anywhere">{incident ? <IncidentLine incident={incident} /> : text}</li>
  );
}
