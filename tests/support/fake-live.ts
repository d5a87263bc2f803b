import type { Viewer } from "@/lib/domain/viewer";
import type { Change, Source } from "@/lib/live/source";
import type { Line } from "@/lib/live/stream";
import { makeViewer } from "./make";

export type Heard = { event: string; id?: number; data: unknown };

/** A page's end of a stream: what it was sent, and whether it has ended. */
export function fakeLine({ holds = Infinity } = {}) {
  let text = "";
  const state = { isClosed: false, isDropped: false };
  const line: Line = {
    write(more) {
      text += more;
      return text.length <= holds;
    },
    close: () => (state.isClosed = true),
    drop: () => (state.isDropped = true),
  };
  return {
    line,
    state,
    text: () => text,
    heard: () => eventsIn(text),
    of: (event: string) => eventsIn(text).filter((each) => each.event === event),
  };
}

/** The server-sent events in a text. */
export function eventsIn(text: string): Heard[] {
  return text
    .split("\n\n")
    .filter((part) => part.includes("data: "))
    .map((part) => {
      const field = (name: string) => new RegExp(`^${name}: (.*)$`, "m").exec(part)?.[1];
      const id = field("id");
      return {
        event: field("event") ?? "message",
        ...(id !== undefined && { id: Number(id) }),
        data: JSON.parse(field("data") ?? "null"),
      };
    });
}

/** An audit log in memory, with sessions named after who is signed in. */
export function fakeSource() {
  const changes: Change[] = [];
  const viewers = new Map<string, Viewer>();
  const hiddenFrom = new Set<string>();
  const calls = { isVisible: 0 };
  const state = { foreign: 1 };
  const source: Source = {
    latest: () => changes.at(-1)?.id ?? 0,
    after: (id, limit) => changes.filter((change) => change.id > id).slice(0, limit),
    foreignCommits: () => state.foreign,
    viewerOf: (session) => viewers.get(session),
    isVisible(viewer, incidentId) {
      calls.isVisible += 1;
      return !hiddenFrom.has(`${viewer.name} ${incidentId}`);
    },
    incidentOf(viewer, key) {
      const id = Number(key.replace("INC-", ""));
      return Number.isNaN(id) || hiddenFrom.has(`${viewer.name} ${id}`) ? undefined : id;
    },
  };
  return {
    source,
    changes,
    calls,
    state,
    hide: (name: string, incidentId: number) => hiddenFrom.add(`${name} ${incidentId}`),
    signOut: (session: string) => viewers.delete(session),
    signIn(name: string, session = name) {
      const viewer = makeViewer({ userId: name.length, name });
      viewers.set(session, viewer);
      return { viewer, session };
    },
    /** Adds changes of incident 1 unless they say otherwise, numbered on from the last. */
    write(...more: Partial<Change>[]) {
      for (const each of more) {
        const id = (changes.at(-1)?.id ?? 0) + 1;
        const incidentId = each.incidentId === undefined ? 1 : each.incidentId;
        changes.push({
          id,
          at: id * 1000,
          actor: "Grace",
          action: "incident:post-update",
          incidentKey: incidentId === null ? null : `INC-${incidentId}`,
          ...each,
          incidentId,
        });
      }
    },
  };
}
