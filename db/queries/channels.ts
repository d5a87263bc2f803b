import { and, asc, count, eq, inArray, isNotNull } from "drizzle-orm";
import { db } from "@/db/client";
import { channels, notificationRules, outbox, services, teams } from "@/db/schema";
import type { MessageState } from "@/lib/domain/outbox";

export type Channel = ReturnType<typeof listChannels>[number];
export type ChannelRow = typeof channels.$inferSelect;

/** Every channel as it may be shown: without its address and its secret. */
export function listChannels() {
  const { id, kind, name, hint, isInternal, hearsDrills, serviceId, teamId } = channels;
  const { perMinute, isOn, problem, sentAt, version } = channels;
  return db()
    .select({
      ...{ id, kind, name, hint, isInternal, hearsDrills, serviceId, teamId },
      ...{ perMinute, isOn, problem, sentAt, version },
      service: services.name,
      team: teams.name,
    })
    .from(channels)
    .leftJoin(services, eq(services.id, serviceId))
    .leftJoin(teams, eq(teams.id, teamId))
    .orderBy(asc(name))
    .all();
}

/** A channel with all that it is reached by; only for what sends. */
export const findChannel = (id: number): ChannelRow | undefined =>
  db().select().from(channels).where(eq(channels.id, id)).get();

/** Of what each channel is told, and down to which severity. */
export function listRules() {
  const { channelId, happening, downTo } = notificationRules;
  return db().select({ channelId, happening, downTo }).from(notificationRules).all();
}

/** How many messages of each channel are in each state. */
export function countByChannel(states: MessageState[]): Map<number, Map<MessageState, number>> {
  const { channelId, state } = outbox;
  const rows = db()
    .select({ channelId, state, count: count() })
    .from(outbox)
    .where(and(isNotNull(channelId), inArray(state, states)))
    .groupBy(channelId, state)
    .all();
  const counts = new Map<number, Map<MessageState, number>>();
  for (const row of rows) {
    if (row.channelId === null) continue;
    const known = counts.get(row.channelId) ?? new Map<MessageState, number>();
    counts.set(row.channelId, known.set(row.state, row.count));
  }
  return counts;
}
