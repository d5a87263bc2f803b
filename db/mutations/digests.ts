import { eq, like } from "drizzle-orm";
import { db } from "@/db/client";
import { listReaders, type DigestReader } from "@/db/queries/digest-readers";
import { getDailyDigest, getWeeklyDigest, type DigestScope } from "@/db/queries/digests";
import { listTeams, teamFinder } from "@/db/queries/teams";
import { outbox } from "@/db/schema";
import { canBeDue, dailyDue, digestKey, isEmpty, weekKey, weeklyDue } from "@/lib/domain/digest";
import { enqueue } from "./outbox";

/**
 * Puts the reminders that became due between two moments into the outbox, or all of the day and the week
 * where there is no first moment; answers how many. Each is written when it is sent, so that nobody reads
 * what stopped being true or theirs to see.
 */
export function queueDigests(after: number | undefined, moment: DigestScope): number {
  if (!canBeDue(after, moment.now)) return 0;
  const scope = { ...moment, teamOf: teamFinder() };
  const readers = listReaders(scope);
  return queueDaily(readers, after, scope) + queueWeekly(readers, after, scope);
}

function queueDaily(readers: DigestReader[], after: number | undefined, scope: DigestScope) {
  const reminded = remindedOn();
  let queued = 0;
  for (const reader of readers.filter(({ owners, leads }) => owners.length + leads.length > 0)) {
    const day = dailyDue(reader.calendar, after, scope.now);
    if (day === undefined || reminded(day).has(reader.address)) continue;
    if (isEmpty(getDailyDigest(reader, scope))) continue;
    const message = {
      key: digestKey(reader.key, day),
      kind: "mail",
      recipient: reader.address,
      subject: `Daily reminder of ${day}`,
      payload: { digest: "daily", reader: reader.key },
    } as const;
    if (enqueue(message, scope.now)) queued += 1;
  }
  return queued;
}

/** Tells who got their reminder of a day, also where they were known by another key then; each day is read once. */
function remindedOn(): (day: string) => Set<string> {
  const { recipient, key } = outbox;
  const known = new Map<string, Set<string>>();
  return (day) => {
    const read = known.get(day);
    if (read) return read;
    const ofDay = like(key, digestKey("%", day));
    const rows = db().select({ recipient }).from(outbox).where(ofDay).all();
    const reminded = new Set(rows.map((row) => row.recipient));
    known.set(day, reminded);
    return reminded;
  };
}

function queueWeekly(readers: DigestReader[], after: number | undefined, scope: DigestScope) {
  let queued = 0;
  for (const team of listTeams()) {
    const day = weeklyDue(team, after, scope.now);
    const lead = readers.find(({ leads }) => leads.includes(team.id));
    if (day === undefined || lead === undefined) continue;
    if (isEmpty(getWeeklyDigest(lead.viewer, team.id, scope))) continue;
    const message = {
      key: weekKey(team.id, day),
      kind: "mail",
      recipient: lead.address,
      subject: `Weekly reminder of ${team.name}, ${day}`,
      payload: { digest: "weekly", teamId: team.id },
    } as const;
    if (enqueue(message, scope.now)) queued += 1;
  }
  return queued;
}

/**
 * Takes reminders out of the outbox once their readers or teams, who are told as they were before, are
 * gone: others may be given their numbers.
 */
export function forgetReminders(before: DigestReader[]): void {
  const readers = new Set(listReaders({ withDemo: true }).map((reader) => reader.key));
  const teams = new Set(listTeams().map((team) => team.id));
  const gone = [
    ...before.filter((reader) => !readers.has(reader.key)).map(({ key }) => digestKey(key, "")),
    ...before.flatMap(({ leads }) =>
      leads.filter((id) => !teams.has(id)).map((id) => weekKey(id, "")),
    ),
  ];
  const { id, key } = outbox;
  for (const message of db().select({ id, key }).from(outbox).all()) {
    if (gone.some((start) => message.key.startsWith(start))) {
      db().delete(outbox).where(eq(id, message.id)).run();
    }
  }
}
