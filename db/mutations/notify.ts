import { eq } from "drizzle-orm";
import { db, transaction } from "@/db/client";
import {
  listHearingChannels,
  listHearingPeople,
  listServicesCalled,
  listTouchedServices,
  type ToldIncident,
  type TouchedService,
} from "@/db/queries/hearers";
import { happenings, incidents } from "@/db/schema";
import { incidentAddress } from "@/lib/domain/chip";
import { HAPPENING_NAMES, rings, type Happened } from "@/lib/domain/happenings";
import type { Subject } from "@/lib/domain/hearing";
import type { Word } from "@/lib/domain/word";
import { enqueue } from "./outbox";

/**
 * Lets people and channels hear of what happened, as the matrix and their own choices say: puts their messages
 * where they wait, within the transaction of the change. Told twice with the same mark it is told once. Answers
 * how many messages wait.
 */
export function notify(happened: Happened, now = Date.now()): number {
  return transaction(() => {
    const incident = findIncident(happened.incidentId);
    const touched = touchedBy(happened, incident);
    const subject = subjectOf(happened, incident, touched);
    const channels = happened.onlyThem ? [] : listHearingChannels(happened, subject);
    const people = listHearingPeople(happened, { subject, incident }, now);
    if (channels.length + people.length === 0) return 0;

    const kept = keep(happened, wordOf(happened, { incident, touched, now }), now);
    if (!kept) return 0;
    const common = {
      subject: subjectLine(happened, incident),
      rank: rings(happened.is) || subject.severity === "SEV1" ? 0 : 1,
    };
    for (const { id, key, name } of channels) {
      const payload = { channel: id, happenings: [kept.id] };
      const message = {
        ...common,
        kind: "channel",
        recipient: name,
        channelId: id,
        payload,
      } as const;
      enqueue({ ...message, key: `word_${kept.key}_${key}` }, now);
    }
    for (const { id, email, dueAt } of people) {
      const payload = { person: id, happenings: [kept.id] };
      const message = { ...common, kind: "person", recipient: email, userId: id, payload } as const;
      enqueue({ ...message, key: `word_${kept.key}_user${id}` }, dueAt);
    }
    return channels.length + people.length;
  });
}

const findIncident = (id: number | null): ToldIncident | undefined =>
  id === null ? undefined : db().select().from(incidents).where(eq(incidents.id, id)).get();

function touchedBy({ alert }: Happened, incident: ToldIncident | undefined): TouchedService[] {
  if (incident) return listTouchedServices(incident.id);
  return alert?.service ? listServicesCalled(alert.service) : [];
}

function subjectOf(
  { alert }: Happened,
  incident: ToldIncident | undefined,
  touched: TouchedService[],
): Subject {
  return {
    severity: incident?.severity ?? alert?.severity ?? null,
    serviceIds: touched.map(({ id }) => id),
    teamIds: touched.flatMap(({ teamId }) => (teamId === null ? [] : [teamId])),
    isPrivate: incident?.isPrivate ?? false,
    isDrill: incident?.isDrill ?? false,
  };
}

type Circumstances = {
  incident: ToldIncident | undefined;
  touched: TouchedService[];
  now: number;
};

function wordOf(happened: Happened, { incident, touched, now }: Circumstances): Word {
  const { is, by, text, message, link, alert } = happened;
  return {
    happening: is,
    at: now,
    by: by.name,
    text,
    message: message ?? null,
    path: link ?? (incident ? incidentAddress(incident.key) : "/alerts"),
    key: incident?.key ?? null,
    title: incident?.title ?? alert?.title ?? "",
    severity: incident?.severity ?? alert?.severity ?? null,
    status: incident?.status ?? null,
    services: incident ? touched.map(({ name }) => name) : alert?.service ? [alert.service] : [],
    isDrill: incident?.isDrill ?? false,
    publicUpdateId: happened.publicUpdateId ?? null,
  };
}

/** Keeps what is told; nothing where it was told before. */
function keep({ is, incidentId, mark }: Happened, told: Word, now: number) {
  const key = [is.replaceAll(/[._]/g, "-"), incidentId ?? "alert", mark].join("_");
  return db()
    .insert(happenings)
    .values({ key, happening: is, incidentId, told, createdAt: now })
    .onConflictDoNothing({ target: happenings.key })
    .returning({ id: happenings.id, key: happenings.key })
    .get();
}

/** What the list of messages says of it: no more than the incident's key, for it may be private. */
const subjectLine = ({ is }: Happened, incident: ToldIncident | undefined): string =>
  incident ? `${HAPPENING_NAMES[is]}: ${incident.key}` : HAPPENING_NAMES[is];
