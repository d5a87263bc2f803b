import { planOnCall } from "@/db/mutations/on-call";
import { findTeam } from "@/db/queries/teams";
import { users } from "@/db/schema";
import { db } from "@/db/client";
import type { Role } from "@/lib/domain/permissions";
import { makeViewer } from "./make";
import { makeTeam, personNamed } from "./make-team";

/** An account of a person of the directory; answers its id. */
export function makeAccount(name: string, role: Role = "responder"): number {
  const email = `${name.toLowerCase()}@example.com`;
  const personId = personNamed(name);
  return db().insert(users).values({ name, email, role, personId }).returning().get().id;
}

type OnCallTeam = { members: string[]; onCall: string[]; services?: string[]; name?: string };

/** A team that runs "checkout", whose people are called in this order; answers its word in addresses. */
export function makeOnCallTeam({ onCall, ...team }: OnCallTeam): string {
  const { slug } = makeTeam({ services: ["checkout"], ...team });
  const members = findTeam(slug)?.members ?? [];
  const order = onCall.flatMap((name) => members.filter((member) => member.name === name));
  const admin = makeViewer({ role: "admin" });
  planOnCall(admin, { slug, version: 0, order: order.map(({ id }) => id) }, 0);
  return slug;
}
