import { asc, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { setComponentStates, writeState } from "@/db/mutations/component-states";
import { addComponent } from "@/db/mutations/components";
import { incidents, publicIncidents, publicUpdates, services } from "@/db/schema";
import type { ComponentStatus } from "@/lib/domain/component";
import type { Severity } from "@/lib/domain/incident";
import type { Person } from "./people";

/** What the demo's customers know, in the order of its page, and the service behind it. */
const PLACES: Place[] = [
  {
    name: "Shop",
    members: [
      {
        name: "Payments",
        description: "Cards, wallets and bank transfers",
        service: "payment-gateway",
      },
      { name: "Checkout", description: "The cart and the order form", service: "checkout" },
      { name: "Search", description: "Products and suggestions", service: "search" },
      { name: "Mobile app", description: "For iOS and Android", service: "mobile-app" },
    ],
  },
  {
    name: "Accounts and integrations",
    members: [
      { name: "Sign-in", service: "auth" },
      { name: "API", description: "For partners and integrations", service: "api-gateway" },
      { name: "Notifications", description: "E-mail and push messages", service: "notifications" },
    ],
  },
  { name: "Usage reports", description: "Figures and exports", service: "data-pipeline" },
];

type Leaf = { name: string; description?: string; service: string };
type Place = Leaf | { name: string; members: Leaf[] };

/** Short troubles that were no incident: how many days ago, for how many minutes, and which. */
const TROUBLES: Record<string, [number, number, ComponentStatus][]> = {
  Payments: [
    [71, 12, "degraded_performance"],
    [38, 9, "partial_outage"],
  ],
  Checkout: [[55, 22, "degraded_performance"]],
  Search: [
    [64, 35, "degraded_performance"],
    [23, 18, "partial_outage"],
  ],
  "Mobile app": [[47, 40, "degraded_performance"]],
  "Sign-in": [[80, 6, "major_outage"]],
  API: [
    [59, 14, "partial_outage"],
    [12, 25, "degraded_performance"],
  ],
  Notifications: [
    [76, 90, "degraded_performance"],
    [31, 45, "partial_outage"],
  ],
  "Usage reports": [
    [66, 120, "degraded_performance"],
    [19, 30, "partial_outage"],
  ],
};

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
const SINCE = 90 * DAY;
const ON_DUTY: Person = "Samir Patel";

/** Adds the demo's components in their groups, with 90 days of history. */
export function loadDemoComponents(now: number): void {
  for (const place of PLACES) {
    if (!("members" in place)) {
      load(place, undefined, now);
      continue;
    }
    const group = { name: place.name, isGroup: true, isDemo: true };
    const { id } = addComponent("system", group, now - SINCE);
    for (const member of place.members) load(member, id, now);
  }
}

function load({ service, ...named }: Leaf, groupId: number | undefined, now: number): void {
  const serviceId = findService(service);
  const component = { ...named, groupId, serviceId, isDemo: true };
  const { id } = addComponent("system", component, now - SINCE);
  const told = listPublished(service).flatMap((incident) => toldOf(id, named.name, incident));
  const troubles = (TROUBLES[named.name] ?? [])
    .map(([daysAgo, minutes, status]) => {
      const from = Math.floor((now - daysAgo * DAY) / MINUTE) * MINUTE;
      return { from, until: from + minutes * MINUTE, status };
    })
    .filter(({ from, until }) => told.every((span) => until < span.from || from > span.until))
    .map((span) => ({ ...span, write: () => writeTrouble(id, span) }));
  for (const { write } of [...told, ...troubles].toSorted((a, b) => a.from - b.from)) write();
}

function findService(name: string): number | undefined {
  return db().select({ id: services.id }).from(services).where(eq(services.name, name)).get()?.id;
}

type Trouble = { from: number; until: number; status: ComponentStatus };

function writeTrouble(componentId: number, { from, until, status }: Trouble): void {
  writeState({ componentId, status, at: from, by: ON_DUTY });
  writeState({ componentId, status: "operational", at: until, by: ON_DUTY });
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
function toldOf(component: number, name: string, { id, pageId, severity }: Published) {
  const updates = db()
    .select()
    .from(publicUpdates)
    .where(eq(publicUpdates.publicIncidentId, pageId))
    .orderBy(asc(publicUpdates.displayAt), asc(publicUpdates.id))
    .all();
  const [first] = updates;
  if (!first || first.status === "resolved") return [];
  const last = updates.find(({ status }) => status === "resolved");
  const hurt = HURT[severity];
  const tell = (update: typeof first, before: ComponentStatus, after: ComponentStatus) => {
    const { id: publicUpdateId, publishedBy: by, displayAt: at } = update;
    const change = { id: component, name, before, after };
    setComponentStates([change], { incidentId: id, publicUpdateId, by, at });
  };
  const write = () => {
    tell(first, "operational", hurt);
    if (last) tell(last, hurt, "operational");
  };
  return [{ from: first.displayAt, until: last?.displayAt ?? Infinity, write }];
}

const HURT: Record<Severity, ComponentStatus> = {
  SEV1: "major_outage",
  SEV2: "partial_outage",
  SEV3: "degraded_performance",
  SEV4: "degraded_performance",
};
