import { and, eq, ne, sql } from "drizzle-orm";
import { db, transaction } from "@/db/client";
import { findChannel, type ChannelRow } from "@/db/queries/channels";
import { channels } from "@/db/schema";
import { seal } from "@/lib/auth/seal";
import { changedFields } from "@/lib/domain/audit-detail";
import {
  addressContext,
  channelHint,
  channelProblem,
  secretContext,
  tidyChannelAddress,
  USUAL_PER_MINUTE,
  type ChannelKind,
} from "@/lib/domain/channel";
import { ConflictError, DomainError, NotFoundError } from "@/lib/domain/error";
import type { Viewer } from "@/lib/domain/viewer";
import { makeToken } from "@/lib/token";
import { shownSecret } from "@/lib/webhook/sign";
import { recordAudit } from "./audit";
import { enqueue } from "./outbox";

type Limits = {
  isInternal: boolean;
  hearsDrills: boolean;
  serviceId?: number | undefined;
  teamId?: number | undefined;
  perMinute?: number | undefined;
};

export type NewChannel = Limits & { kind: ChannelKind; name: string; address: string };
type Allowed = { allowsPrivate: boolean };

/** Adds a channel, which hears of nothing yet. A webhook's secret is answered this one time. */
export function addChannel(
  viewer: Viewer,
  { kind, name, address, ...limits }: NewChannel,
  allowed: Allowed,
): { secret: string | null } {
  return transaction(() => {
    requireFree(name);
    const key = makeToken().slice(0, 16);
    const secret = kind === "webhook" ? makeToken() : null;
    const to = checkedAddress(kind, address, allowed);
    db()
      .insert(channels)
      .values({
        ...{ key, kind, name, createdBy: viewer.name },
        ...limitsOf(limits),
        address: seal(to, addressContext(key)),
        hint: channelHint(kind, to),
        secret: secret && seal(secret, secretContext(key)),
      })
      .run();
    const detail = { kind, address: channelHint(kind, to), ...limitsOf(limits) };
    recordAudit(viewer.name, "channel:add", `channel ${name}`, detail);
    return { secret: secret && shownSecret(secret) };
  });
}

export type ChannelEdit = Limits & {
  id: number;
  version: number;
  name: string;
  /** Where it goes from now on; missing where it goes as before. */
  address?: string | undefined;
};

/** Changes a channel. Who does not write an address leaves it as it is: nobody can read it. */
export function editChannel(viewer: Viewer, edit: ChannelEdit, allowed: Allowed): void {
  transaction(() => {
    const { id, version, name, address, ...limits } = edit;
    const channel = requireChannel(id);
    if (channel.version !== version) {
      throw new ConflictError(
        `Someone changed ${channel.name} meanwhile. What you chose is kept here: compare, then save again.`,
        { version: channel.version },
      );
    }
    requireFree(name, id);
    const { kind, key } = channel;
    const to = address === undefined ? undefined : checkedAddress(kind, address, allowed);
    const after = {
      name,
      ...limitsOf(limits),
      ...(to !== undefined && { hint: channelHint(kind, to) }),
    };
    db()
      .update(channels)
      .set({
        ...after,
        ...(to !== undefined && { address: seal(to, addressContext(key)), problem: null }),
        version: version + 1,
      })
      .where(eq(channels.id, id))
      .run();
    const { name: oldName, hint, isInternal, hearsDrills, serviceId, teamId, perMinute } = channel;
    const before = { name: oldName, hint, isInternal, hearsDrills, serviceId, teamId, perMinute };
    recordAudit(viewer.name, "channel:edit", `channel ${name}`, changedFields(before, after));
  });
}

type Choice = { id: number };

/** Switches a channel off, which drops what waits for it, or on again. */
export function switchChannel(viewer: Viewer, { id, isOn }: Choice & { isOn: boolean }): void {
  transaction(() => {
    const channel = requireChannel(id);
    if (channel.isOn === isOn) return;
    db().update(channels).set({ isOn, problem: null }).where(eq(channels.id, id)).run();
    const object = `channel ${channel.name}`;
    if (isOn) recordAudit(viewer.name, "channel:switch-on", object);
    else recordAudit(viewer.name, "channel:switch-off", object);
  });
}

/** Signs with a new secret from now on, which is answered this one time. */
export function renewSecret(viewer: Viewer, { id }: Choice): { secret: string } {
  return transaction(() => {
    const { kind, key, name } = requireChannel(id);
    if (kind !== "webhook") throw new DomainError("Only webhooks are signed.");
    const secret = makeToken();
    db()
      .update(channels)
      .set({ secret: seal(secret, secretContext(key)) })
      .where(eq(channels.id, id))
      .run();
    recordAudit(viewer.name, "channel:renew-secret", `channel ${name}`);
    return { secret: shownSecret(secret) };
  });
}

/** Removes a channel with its rules and its messages. */
export function removeChannel(viewer: Viewer, { id }: Choice): void {
  transaction(() => {
    const { name, hint } = requireChannel(id);
    db().delete(channels).where(eq(channels.id, id)).run();
    recordAudit(viewer.name, "channel:remove", `channel ${name}`, { address: hint });
  });
}

/** Sends a channel a message that says that it is a test. */
export function testChannel(viewer: Viewer, { id }: Choice, now = Date.now()): void {
  transaction(() => {
    const { key, name, isOn } = requireChannel(id);
    if (!isOn) throw new DomainError(`${name} is switched off. Switch it on first.`);
    const payload = {
      channel: id,
      happenings: [],
      test: `${viewer.name} sends this from Muster to see whether it arrives.`,
    };
    const message = { kind: "channel", recipient: name, channelId: id, payload } as const;
    const isNew = enqueue({ ...message, key: `test_${key}_${now}`, subject: "Test message" }, now);
    if (isNew) recordAudit(viewer.name, "channel:test", `channel ${name}`);
  });
}

function requireChannel(id: number): ChannelRow {
  const channel = findChannel(id);
  if (!channel) throw new NotFoundError("This channel is not there any more.");
  return channel;
}

function requireFree(name: string, id = 0): void {
  const isSame = eq(sql`lower(${channels.name})`, name.toLowerCase());
  const other = db()
    .select({ id: channels.id })
    .from(channels)
    .where(and(isSame, ne(channels.id, id)))
    .get();
  if (other) throw new DomainError("Another channel has this name.", "name");
}

function checkedAddress(kind: ChannelKind, text: string, allowed: Allowed): string {
  const address = tidyChannelAddress(kind, text);
  const problem = channelProblem(kind, address, allowed);
  if (problem) throw new DomainError(problem, "address");
  return address;
}

const limitsOf = ({ isInternal, hearsDrills, serviceId, teamId, perMinute }: Limits) => ({
  isInternal,
  hearsDrills,
  serviceId: serviceId ?? null,
  teamId: teamId ?? null,
  perMinute: perMinute ?? USUAL_PER_MINUTE,
});
