import { asc, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { setComponentStates } from "@/db/mutations/component-states";
import { addComponent } from "@/db/mutations/components";
import { incidents, publicIncidents, publicUpdates, services } from "@/db/schema";
import type { ComponentChange, ComponentStatus } from "@/lib/domain/component";
import type { Severity } from "@/lib/domain/incident";

/** What the demo's customers know, in the order of its page, and the service behind it. */
const COMPONENTS = [
  ["Payments", "Cards, wallets and bank transfers", "payment-gateway"],
  ["Checkout", "The cart and the order form", "checkout"],
  ["Mobile app", "For iOS and Android", "mobile-app"],
  ["Sign-in", undefined, "auth"],
  ["Search", "Products and suggestions", "search"],
  ["Notifications", "E-mail and push messages", "notifications"],
  ["API", "For partners and integrations", "api-gateway"],
] as const;

const SINCE = 90 * 86_400_000;

/** Adds the demo's components, with what its published incidents did to them. */
export function loadDemoComponents(now: number): void {
  for (const [name, description, service] of COMPONENTS) {
    const row = db()
      .select({ id: services.id })
      .from(services)
      .where(eq(services.name, service))
      .get();
    const component = { name, description, serviceId: row?.id, isDemo: true };
    const { id } = addComponent("system", component, now - SINCE);
    for (const incident of listPublished(service)) tell({ id, name }, incident);
  }
}

type Published = ReturnType<typeof listPublished>[number];

/** The incidents of a service that are on the page, oldest first: one is over before the next begins. */
function listPublished(service: string) {
  const { id, severity } = incidents;
  return db()
    .select({ id, severity, pageId: publicIncidents.id })
    .from(incidents)
    .innerJoin(publicIncidents, eq(publicIncidents.incidentId, id))
    .where(eq(incidents.service, service))
    .orderBy(asc(publicIncidents.startedAt))
    .all();
}

/** The first update tells how it is, and the one that resolves the incident that it works again. */
function tell(component: { id: number; name: string }, { id, pageId, severity }: Published): void {
  const updates = db()
    .select()
    .from(publicUpdates)
    .where(eq(publicUpdates.publicIncidentId, pageId))
    .orderBy(asc(publicUpdates.displayAt), asc(publicUpdates.id))
    .all();
  const hurt = HURT[severity];
  const told: [(typeof updates)[number] | undefined, ComponentStatus, ComponentStatus][] = [
    [updates[0], "operational", hurt],
    [updates.find(({ status }) => status === "resolved"), hurt, "operational"],
  ];
  if (updates[0]?.status === "resolved") return;
  for (const [update, before, after] of told) {
    if (!update) continue;
    const change: ComponentChange = { ...component, before, after };
    const { id: publicUpdateId, publishedBy: by, displayAt: at } = update;
    setComponentStates([change], { incidentId: id, publicUpdateId, by, at });
  }
}

const HURT: Record<Severity, ComponentStatus> = {
  SEV1: "major_outage",
  SEV2: "partial_outage",
  SEV3: "degraded_performance",
  SEV4: "degraded_performance",
};
