import type { Db } from "@/db/open";
import { toUtc } from "@/lib/domain/time";
import { randomFrom, type Random } from "./random";
import { FACTORS, incidentTitle, message, PEOPLE, postmortem, sentence, SERVICES } from "./texts";

export type Sizes = { incidents: number; events: number };

const END = Date.UTC(2026, 5, 30);
const YEARS = 4;
const HOUR = 3_600_000;
const MOST_EVENTS = 10_000;
const OPEN = 60;

const SEVERITIES = [
  ["SEV1", 3],
  ["SEV2", 12],
  ["SEV3", 45],
  ["SEV4", 40],
] as const;
const OPEN_STATUSES = [
  ["investigating", 5],
  ["identified", 3],
  ["monitoring", 2],
] as const;
const ENDED = [
  ["resolved", 14],
  ["closed", 5],
  ["postmortem", 1],
] as const;
const TYPES = ["investigation", "communication", "mitigation", "detection", "escalation"] as const;

/** The key of the incident with the longest timeline. */
export const LONGEST = "INC-LONG-10000";

/**
 * Fills an empty database: the same rows for the same sizes, always. The first incident has 10,000 of the
 * events, if there are that many to give.
 */
export function fill({ $client }: Db, { incidents, events }: Sizes): void {
  const random = randomFrom(42);
  const insert = insertsInto($client);
  const longest = Math.min(MOST_EVENTS, Math.floor(events / 10));
  const others = (events - longest) / Math.max(incidents - 1, 1);

  $client.transaction(() => {
    for (const [index, name] of SERVICES.entries()) insert.service.run(index + 1, name, END);
    for (const name of PEOPLE) insert.person.run(name, END);
    for (let id = 1; id <= incidents; id += 1) {
      const told = Math.round(others * (id - 1)) - Math.round(others * (id - 2));
      addIncident(insert, random, { id, of: incidents, events: id === 1 ? longest : told });
    }
  })();
}

type Place = { id: number; of: number; events: number };

function addIncident(insert: Inserts, random: Random, { id, of, events }: Place): void {
  const declaredAt = END - Math.floor(((of - id) / of) * YEARS * 365 * 24) * HOUR;
  const isOpen = id > of - OPEN;
  const service = random.pick(SERVICES);
  const affected = [...new Set([random.pick(SERVICES), random.pick(SERVICES)])];
  const key = id === 1 ? LONGEST : `INC-${new Date(declaredAt).getUTCFullYear()}-${id}`;
  insert.incident.run({
    id,
    key,
    title: incidentTitle(random, service),
    severity: random.weighted(SEVERITIES),
    status: random.weighted(isOpen ? OPEN_STATUSES : ENDED),
    at: declaredAt,
    text: toUtc(declaredAt),
    resolvedAt: isOpen ? null : declaredAt + Math.ceil(random.next() * 8 * HOUR),
    commander: random.pick(PEOPLE),
    service,
    affected: JSON.stringify(affected),
    resolution: id % 3 === 0 ? JSON.stringify({ contributing_factors: factorsOf(id) }) : null,
    isDrill: Number(random.next() < 0.01),
    isPrivate: Number(random.next() < 0.002),
  });
  for (const name of new Set([service, ...affected]))
    insert.link.run(id, SERVICES.indexOf(name) + 1);
  addEntries(insert, random, { id, events, declaredAt, service });
}

const factorsOf = (id: number) =>
  [id, id * 7].map((step) => `${FACTORS[step % FACTORS.length]} ${id % 50}`);

type Entries = { id: number; events: number; declaredAt: number; service: string };

function addEntries(insert: Inserts, random: Random, { id, events, declaredAt, service }: Entries) {
  for (let seq = 1; seq <= events; seq += 1) {
    const at = declaredAt + seq * 60_000;
    const type = random.pick(TYPES);
    insert.event.run(
      id,
      seq,
      seq - 1,
      at,
      toUtc(at),
      type,
      random.pick(PEOPLE),
      sentence(random),
      at,
    );
  }
  for (let seq = 1; seq <= 3; seq += 1) {
    const at = declaredAt + seq * 20 * 60_000;
    insert.communication.run(id, seq, seq - 1, at, toUtc(at), message(random, service), at);
  }
  insert.participant.run(id, 0, random.pick(PEOPLE));
  if (id % 3 === 0) insert.item.run(id, 0, sentence(random), random.pick(PEOPLE), id, declaredAt);
  if (id % 20 === 0) insert.postmortem.run(id, postmortem(random), random.pick(PEOPLE), declaredAt);
}

type Inserts = ReturnType<typeof insertsInto>;

function insertsInto(sqlite: Db["$client"]) {
  return {
    service: sqlite.prepare("insert into services (id, name, created_at) values (?, ?, ?)"),
    person: sqlite.prepare("insert into people (name, created_at) values (?, ?)"),
    incident: sqlite.prepare(
      `insert into incidents (id, key, title, severity, status, declared_at, declared_at_text, resolved_at, commander, service, affected_services, resolution, is_drill, is_private, origin, created_at)
       values (:id, :key, :title, :severity, :status, :at, :text, :resolvedAt, :commander, :service, :affected, :resolution, :isDrill, :isPrivate, 'import', :at)`,
    ),
    link: sqlite.prepare("insert into incident_services (incident_id, service_id) values (?, ?)"),
    event: sqlite.prepare(
      `insert into events (incident_id, seq, ordinal, at, timestamp, type, actor, description, origin, recorded_at)
       values (?, ?, ?, ?, ?, ?, ?, ?, 'import', ?)`,
    ),
    communication: sqlite.prepare(
      `insert into communications (incident_id, seq, ordinal, at, timestamp, channel, audience, message, origin, recorded_at)
       values (?, ?, ?, ?, ?, 'slack', 'internal', ?, 'import', ?)`,
    ),
    participant: sqlite.prepare(
      "insert into participants (incident_id, ordinal, name, origin) values (?, ?, ?, 'import')",
    ),
    item: sqlite.prepare(
      `insert into action_items (incident_id, ordinal, title, owner, position, status, origin, created_at)
       values (?, ?, ?, ?, ?, 'completed', 'import', ?)`,
    ),
    postmortem: sqlite.prepare(
      "insert into postmortems (incident_id, body, updated_by, updated_at) values (?, ?, ?, ?)",
    ),
  };
}
