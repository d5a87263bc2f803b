import { readSite } from "@/db/queries/public/site";
import { isActive } from "@/lib/domain/site";

/** All that outsiders may know, at this moment. */
export const publicSite = () => readSite("https://status.example.com");

/** What they know of an incident by its public id; `undefined` where it is not on the page. */
export const publicIncident = (id: string | undefined) =>
  publicSite().incidents.find((incident) => incident.id === id);

/** The public incidents that go on. */
export const activeIncidents = () => publicSite().incidents.filter(isActive);
