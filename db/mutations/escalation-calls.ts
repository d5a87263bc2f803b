import { eq, inArray } from "drizzle-orm";
import { db } from "@/db/client";
import { listCalledIds, type EscalationRow } from "@/db/queries/escalations";
import { responderFinder } from "@/db/queries/responders";
import { escalationCalls, escalations, users } from "@/db/schema";
import { derivedFrom } from "@/lib/auth/seal";
import { CADENCES } from "@/lib/domain/cadence";
import { LEVEL_NAMES, nextCall, type Call } from "@/lib/domain/escalation";
import { hashToken, makeToken } from "@/lib/token";
import { recordAudit } from "./audit";
import { appendEvent, wholeSecond, type IncidentRow } from "./entries";
import { notify } from "./notify";

/** Who does what the portal does by itself. */
const CLOCK = "Muster";

type Calling = { by?: { userId: number }; now: number };

/**
 * Calls the next ones who have not been called yet, and answers whether there were any; part of a larger write.
 * Who declared it (`by`) knows of it. The first call goes out with the declaration, of which the timeline tells.
 */
export function callNext(incident: IncidentRow, row: EscalationRow, { by, now }: Calling): boolean {
  const called = [...listCalledIds(row.id), ...(by ? [by.userId] : [])];
  const call = nextCall(row.level, responderFinder(incident, now), called);
  const isFirst = row.calls === 0;
  db()
    .update(escalations)
    .set({
      level: call?.level ?? "admins",
      ...(call && { calls: row.calls + 1, calledAt: now, putOffUntil: null }),
    })
    .where(eq(escalations.id, row.id))
    .run();
  if (!call) return false;

  keepCalls(row.id, call, now);
  const text = textOf(incident, call, isFirst);
  notify(
    {
      is: "escalation.raised",
      incidentId: incident.id,
      mark: call.level,
      by: { name: CLOCK },
      text,
      to: call.userIds,
      onlyThem: isFirst,
    },
    now,
  );
  if (isFirst) return true;
  const at = wholeSecond(now);
  const metadata = { level: call.level };
  appendEvent(incident, { at, type: "escalation", actor: "system", description: text, metadata });
  recordAudit(CLOCK, "incident:escalate", `incident ${incident.key}`, metadata, incident.id);
  return true;
}

function keepCalls(escalationId: number, { level, userIds }: Call, now: number): void {
  for (const userId of userIds) {
    const nonce = makeToken();
    const [token = ""] = derivedFrom(nonce, "call link");
    db()
      .insert(escalationCalls)
      .values({ escalationId, level, userId, calledAt: now, nonce, tokenHash: hashToken(token) })
      .run();
  }
}

const MOST_NAMES = 3;

function textOf({ severity }: IncidentRow, { level, userIds }: Call, isFirst: boolean): string {
  const minutes = CADENCES[severity].respondWithin;
  if (isFirst) return `You are called: ${severity} asks for a response within ${minutes} minutes.`;
  const names = db()
    .select({ name: users.name })
    .from(users)
    .where(inArray(users.id, userIds))
    .all()
    .map(({ name }) => name);
  const shown = names.slice(0, MOST_NAMES).join(", ");
  const more = names.length > MOST_NAMES ? ` and ${names.length - MOST_NAMES} more` : "";
  return `Nobody has acknowledged it. Calling ${LEVEL_NAMES[level]}: ${shown}${more}.`;
}
