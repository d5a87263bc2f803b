import { and, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { listPublishable } from "@/db/queries/status-page";
import { incidents } from "@/db/schema";
import { analyze } from "@/lib/domain/analysis";
import { coverageOf } from "@/lib/domain/coverage";
import { decisionPointsOf, orderedEvents } from "@/lib/domain/events";
import { gapsOf } from "@/lib/domain/gaps";
import { isOpen } from "@/lib/domain/lifecycle";
import { metricsOf } from "@/lib/domain/metrics";
import { candidatesOf, milestonesOf } from "@/lib/domain/milestones";
import { aliasKey, isEmail } from "@/lib/domain/people";
import { phasesOf } from "@/lib/domain/phases";
import { audienceOf, promisesOf } from "@/lib/domain/promises";
import type { IncidentRecord } from "@/lib/domain/record";
import { parseTime } from "@/lib/domain/time";
import type { Viewer } from "@/lib/domain/viewer";
import { recordFrom } from "@/lib/record/rows";
import { listMilestones } from "./milestones";
import { listPeople, personByAlias } from "./people";
import { choicesOf, listRows } from "./record";
import { timelineOf } from "./timeline";
import { visibleTo } from "./visibility";

export type IncidentDetail = NonNullable<ReturnType<typeof getIncidentDetail>>;
export type CommunicationView = IncidentDetail["messages"][number];

/** Everything that an incident's page shows. */
export function getIncidentDetail(viewer: Viewer, key: string) {
  const incident = findIncident(viewer, key);
  if (!incident) return undefined;

  const rows = listRows(incident.id);
  const { events, communications: messageRows } = rows;
  const record = recordFrom(rows);
  const choices = choicesOf(incident.id);
  const ordered = orderedEvents(record);
  const candidates = candidatesOf(record, ordered);
  const milestones = milestonesOf(candidates, choices.milestones);
  const promises = promisesOf(record, choices);
  const { severity } = incident;
  const seqAt = (position: number | null) =>
    position === null ? null : (events[ordered[position]?.index ?? -1]?.seq ?? null);

  const analysis = analyze(record, choices);
  const { computed } = analysis.severity;

  return {
    incident: { ...incident, isOver: !isOpen(incident) },
    record,
    analysis,
    /** The same metrics against the targets of the computed severity, where that is another one. */
    asComputed:
      computed === severity
        ? undefined
        : { severity: computed, metrics: metricsOf(milestones, computed) },
    milestones: listMilestones({
      incidentId: incident.id,
      severity,
      candidates,
      milestones,
      seqAt,
    }),
    timeline: timelineOf({ ordered, events, messages: messageRows, milestones }),
    messages: listMessages(incident.id, messageRows, promises),
    nextUpdate: incident.mergedIntoId === null ? nextUpdateOf(promises, messageRows) : undefined,
    phases: {
      phases: phasesOf(ordered, incident.resolvedAt ?? undefined),
      gaps: gapsOf(ordered),
      decisions: decisionPointsOf(ordered).flatMap((position) => ordered[position]?.at ?? []),
      deployments: deploymentsOf(record),
    },
    factors: coverageOf(record, choices),
    ...peopleOf(record),
  };
}

function findIncident(viewer: Viewer, key: string) {
  const { id, title, severity, status, declaredAt, resolvedAt, version } = incidents;
  const { commander, service, affectedServices, isDrill, isPrivate, mergedIntoId } = incidents;
  return db()
    .select({
      id,
      key: incidents.key,
      title,
      severity,
      status,
      declaredAt,
      resolvedAt,
      commander,
      service,
      affectedServices,
      isDrill,
      isPrivate,
      mergedIntoId,
      version,
    })
    .from(incidents)
    .where(and(eq(incidents.key, key), visibleTo(viewer)))
    .get();
}

type MessageRow = ReturnType<typeof listRows>["communications"][number];
type Promises = ReturnType<typeof promisesOf>;

function listMessages(incidentId: number, rows: MessageRow[], promises: Promises) {
  const published = new Map(
    listPublishable(incidentId).flatMap(({ seq, updateId, status }) =>
      updateId === null ? [] : [[seq, status]],
    ),
  );
  const promisesBy = new Map<number, Promises>();
  for (const promise of promises) {
    const { communication } = promise;
    promisesBy.set(communication, [...(promisesBy.get(communication) ?? []), promise]);
  }
  return rows
    .map(({ seq, at, channel, audience, message }, index) => ({
      seq,
      at,
      channel,
      audience: audienceOf(audience),
      /** The record's own word, where it is none of the portal's. */
      audienceAsWritten: audience === audienceOf(audience) ? null : audience,
      message,
      promises: promisesBy.get(index) ?? [],
      /** The status under which outsiders read it; `undefined` while they do not. */
      publishedAs: published.get(seq),
    }))
    .toSorted((a, b) => a.at - b.at);
}

/** The update that is promised next, with the message that promised it. */
function nextUpdateOf(promises: Promises, rows: MessageRow[]) {
  const [next] = promises
    .filter(({ kind, state }) => kind === "update" && state === "open")
    .toSorted((a, b) => a.dueAt - b.dueAt);
  const seq = next && rows[next.communication]?.seq;
  return next && seq !== undefined ? { dueAt: next.dueAt, seq } : undefined;
}

function deploymentsOf({ context }: IncidentRecord) {
  return (context?.recent_deployments ?? []).flatMap(({ service, version, deployed_at: text }) => {
    const at = parseTime(text ?? "");
    const name = [service, version].filter(Boolean).join(" ") || "deployment";
    return at === undefined ? [] : { at, name };
  });
}

const DUTIES = [
  ["primary", "Primary"],
  ["secondary", "Secondary"],
  ["escalation_manager", "Escalation manager"],
] as const;

/** Who took part, and who was on call; addresses and names only as far as someone confirmed them. */
function peopleOf({ incident, participants, context }: IncidentRecord) {
  const names = personByAlias();
  const known = new Map(listPeople().map((person) => [person.name, person.aliases]));
  const named = (participants ?? []).map(({ name, role }) => ({ name, role: role ?? null }));
  const { commander } = incident;
  const isMissing = commander && named.every(({ name }) => name !== commander);

  return {
    people: [...(isMissing ? [{ name: commander, role: "Incident Commander" }] : []), ...named].map(
      ({ name, role }) => ({
        name,
        role,
        addresses: (known.get(names.get(aliasKey(name)) ?? name) ?? [])
          .map(({ alias }) => alias)
          .filter(isEmail),
      }),
    ),
    onCall: DUTIES.flatMap(([field, duty]) => {
      const contact = context?.on_call?.[field];
      return contact ? { duty, contact, person: names.get(aliasKey(contact)) } : [];
    }),
  };
}
