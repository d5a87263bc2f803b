import * as Y from "yjs";
import type { Copy, DeviceCopy } from "@/components/postmortems/live/device-copy";
import { linkText, type TextState } from "@/components/postmortems/live/text-link";
import {
  UNREACHABLE,
  type Answer,
  type Stream,
  type Transport,
} from "@/components/postmortems/live/text-transport";
import { followAllTexts, followText, keepText } from "@/db/mutations/postmortem-revisions";
import { appendUpdate, openText } from "@/db/mutations/postmortem-text";
import {
  getText,
  listUpdatesAfter,
  newestUpdate,
  readDocumentOf,
} from "@/db/queries/postmortem-updates";
import { DomainError } from "@/lib/domain/error";
import type { TextEvent } from "@/lib/domain/live-text";
import type { Viewer } from "@/lib/domain/viewer";
import { Texts } from "@/lib/live/texts";
import { MissingChanges } from "@/lib/postmortem-text/check";
import { eventsIn } from "./fake-live";
import { makeViewer } from "./make";

type Process = { texts: Texts; isAlive: boolean; streams: Set<() => void> };

/** A portal that can die at any moment, with what is stored in the test's database. */
export function makePortal() {
  let now: Process | undefined;

  function start(): void {
    followAllTexts();
    const own: Process = { texts: new Texts(source()), isAlive: true, streams: new Set() };
    now = own;

    function source(): ConstructorParameters<typeof Texts>[0] {
      const alive = (run: (id: number) => unknown) => (id: number) => void (own.isAlive && run(id));
      return {
        viewerOf: (session) => makeViewer({ name: session }),
        isOpenTo: () => true,
        missing(id, vector) {
          const { doc } = readDocumentOf(id);
          return { update: Y.encodeStateAsUpdate(doc, vector), vector: Y.encodeStateVector(doc) };
        },
        newestRow: (id) => newestUpdate(id)?.id ?? 0,
        rowsAfter: listUpdatesAfter,
        standOf: (id) => {
          const text = getText(id);
          return text && { liveId: text.liveId, version: text.version, state: "draft" };
        },
        foreignCommits: () => 0,
        follow: alive(followText),
        keep: alive((id) => keepText(id)),
      };
    }
  }

  /** Nothing is said any more, nothing is written. */
  function kill(): void {
    if (!now) return;
    now.isAlive = false;
    for (const lose of [...now.streams]) lose();
    now.texts.end();
    now = undefined;
  }

  return { start, kill, process: () => now };
}

/** What a connection does with the next message. */
export type Weather = () => { delay: number; fate: "arrives" | "lost" | "answer lost" | "twice" };

type Line = {
  key: string;
  viewer: Viewer;
  portal: ReturnType<typeof makePortal>;
  weather: Weather;
};

/** A page of one person, on a device that remembers. */
export function makePage({ key, viewer, portal, weather }: Line) {
  const kept = new Map<string, Copy>();
  const network = { isOn: true };
  let visits = 0;

  function copyOf(visit: number): DeviceCopy {
    const id = String(visit);
    return {
      id,
      load: async () =>
        [...kept].filter(([each]) => each !== id).map(([id, copy]) => ({ id, copy })),
      keep: async (copy) => Boolean(kept.set(id, copy)),
      async forget(which, count) {
        const copy = kept.get(String(which));
        if (copy && copy.count <= count) kept.delete(String(which));
      },
    };
  }

  function transportOf(client: number): Transport {
    return {
      open: (stream) => openStream({ stream, client, key, viewer, portal, weather, network }),
      async push(live, data) {
        const { delay, fate } = weather();
        await pause(delay);
        const isUp = () => network.isOn && portal.process() !== undefined;
        if (!isUp() || fate === "lost") return { kind: "refused", problem: UNREACHABLE };
        const answer = take(live, data);
        if (fate === "twice") take(live, data);
        await pause(delay);
        if (!isUp() || fate === "answer lost") return { kind: "refused", problem: UNREACHABLE };
        return answer;
      },
      pushLast: () => undefined,
      point: async () => undefined,
    };
  }

  function take(live: string, data: Uint8Array): Answer {
    try {
      const { postmortemId, savedAt } = appendUpdate(viewer, { key, live, data });
      portal.process()?.texts.wrote(postmortemId);
      return { kind: "kept", savedAt };
    } catch (error) {
      if (error instanceof MissingChanges) return { kind: "missing" };
      if (!(error instanceof DomainError)) throw error;
      return { kind: "refused", problem: { reason: error.message, again: "never" } };
    }
  }

  function visit() {
    visits += 1;
    const doc = new Y.Doc();
    const states: TextState[] = [];
    const link = linkText({
      doc,
      transport: transportOf(doc.clientID),
      copy: copyOf(visits),
      onState: (state) => states.push(state),
    });
    return { doc, link, states };
  }

  let open = visit();
  return {
    kept,
    doc: () => open.doc,
    state: () => open.link.state,
    /** True once there is something to write in. */
    isReady: () => open.states.some(({ kind }) => kind === "live"),
    setOnline(isOn: boolean) {
      network.isOn = isOn;
      if (isOn) open.link.wake();
      else open.link.sleep();
    },
    /** The page is loaded anew, and what was on its way is not waited for. */
    reload() {
      open.link.leave();
      open.link.destroy();
      open = visit();
    },
    close: () => open.link.destroy(),
  };
}

type Opening = Line & { stream: Stream; client: number; network: { isOn: boolean } };

function openStream({ stream, client, key, viewer, portal, weather, network }: Opening) {
  const now = portal.process();
  let isOpen = true;
  let leave: () => void = () => undefined;
  const lose = () => {
    if (!isOpen) return;
    end();
    stream.lost(UNREACHABLE);
  };
  function end(): void {
    isOpen = false;
    now?.streams.delete(lose);
    leave();
  }
  if (!now || !network.isOn) {
    setTimeout(lose, 10);
    return end;
  }
  now.streams.add(lose);
  let last = Promise.resolve();
  leave = now.texts.join(
    { viewer, session: viewer.name, text: openText(viewer, key), client },
    {
      write(text) {
        const { delay } = weather();
        last = last
          .then(() => pause(delay))
          .then(() => {
            if (!network.isOn) return lose();
            for (const event of eventsIn(text)) if (isOpen) stream.hear(asTextEvent(event));
          });
        return true;
      },
      close: () => setTimeout(lose, 10),
      drop: lose,
    },
  );
  return end;
}

const asTextEvent = ({ event, data }: { event: string; data: unknown }) =>
  ({ type: event, data }) as TextEvent;

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
