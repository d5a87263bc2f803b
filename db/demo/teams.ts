import { planOnCall } from "@/db/mutations/on-call";
import { confirmAlias } from "@/db/mutations/people";
import { addTeamMember, addTeamService } from "@/db/mutations/team-parts";
import { addTeam, editTeam } from "@/db/mutations/teams";
import { nameOf } from "@/db/queries/people";
import { findTeam } from "@/db/queries/teams";
import { responder } from "./load-review";
import { emailOf, PEOPLE } from "./people";

const WEEK = [1, 2, 3, 4, 5];

/** The teams of the demo's company, the lead first, and of the one that the sample tells of. */
const TEAMS = [
  {
    name: "Payments",
    zone: "Europe/Berlin",
    workingDays: WEEK,
    members: ["Tomas Herrera", "Priya Raman", "Grace Okafor", "Alice Chen"],
    services: ["payment-gateway", "checkout", "subscription-billing"],
    onCall: ["Grace Okafor", "Tomas Herrera", "Priya Raman"],
  },
  {
    name: "Platform",
    zone: "America/New_York",
    workingDays: WEEK,
    members: ["Samir Patel", "Helena Duarte", "Noor El-Sayed", "Jonas Weber", "Bob Kim"],
    services: ["api-gateway", "auth"],
    onCall: ["Samir Patel", "Jonas Weber"],
  },
  {
    name: "Apps and data",
    zone: "Africa/Cairo",
    workingDays: [7, 1, 2, 3, 4],
    members: ["Daniel Cho", "Ingrid Solberg", "Kofi Mensah", "Mei Tanaka", "Oskar Nilsson"],
    services: ["mobile-app", "notifications", "data-pipeline", "search"],
    onCall: [],
  },
];

const SINCE = 100 * 86_400_000;

/** Adds the demo's teams, and says whose its addresses are: what people own comes to their team. */
export function loadDemoTeams(now: number): void {
  const admin = { ...responder("Ada Lindqvist"), role: "admin" } as const;
  const at = now - SINCE;
  for (const name of PEOPLE) {
    if (nameOf(name)) confirmAlias(admin, { alias: emailOf(name), name }, at);
  }
  for (const { members, services, onCall, ...team } of TEAMS) {
    const { slug } = addTeam("system", { ...team, isDemo: true });
    members.forEach((name, place) => {
      addTeamMember(admin, { slug, name, isDemo: true }, at + place);
    });
    for (const service of services) addTeamService(admin, { slug, service, isDemo: true });
    const added = findTeam(slug)?.members ?? [];
    editTeam(admin, { slug, ...team, version: 1, leadId: added[0]?.id });
    const order = onCall.flatMap((name) => added.filter((member) => member.name === name));
    if (order.length > 0) planOnCall(admin, { slug, version: 0, order: idsOf(order) }, at);
  }
}

const idsOf = (people: { id: number }[]) => people.map(({ id }) => id);
