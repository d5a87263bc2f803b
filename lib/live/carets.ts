import * as Y from "yjs";
import {
  applyAwarenessUpdate,
  Awareness,
  encodeAwarenessUpdate,
  modifyAwarenessUpdate,
  removeAwarenessStates,
} from "y-protocols/awareness";
import { z } from "zod";
import { DomainError } from "@/lib/domain/error";
import { MOST_AWARENESS_BYTES, TEXT_NAME, type Writer } from "@/lib/domain/live-text";

type Moved = { added: number[]; updated: number[]; removed: number[] };

/** Where everybody in one text is. `tell` is given what is to be sent to all who are there. */
export function makeCarets(tell: (update: Uint8Array) => void) {
  const doc = new Y.Doc();
  const awareness = new Awareness(doc);
  awareness.setLocalState(null);
  awareness.on("update", ({ added, updated, removed }: Moved) =>
    tell(encodeAwarenessUpdate(awareness, [...added, ...updated, ...removed])),
  );

  /** Takes what one page says of its own caret; whose it is only the session says. */
  function move(client: number, writer: Writer, sent: Uint8Array): void {
    if (sent.length > MOST_AWARENESS_BYTES) throw notOne();
    applyAwarenessUpdate(awareness, ownUpdate(client, writer, sent), "page");
  }

  function all(): Uint8Array | undefined {
    const clients = [...awareness.getStates().keys()];
    return clients.length === 0 ? undefined : encodeAwarenessUpdate(awareness, clients);
  }

  /** Whoever's stream is open is there, however long they are still. */
  function stay(): void {
    for (const client of awareness.getStates().keys()) {
      const meta = awareness.meta.get(client);
      if (meta) meta.lastUpdated = Date.now();
    }
  }

  return {
    move,
    all,
    stay,
    leave: (client: number) => removeAwarenessStates(awareness, [client], "left"),
    close: () => doc.destroy(),
  };
}

/** The same update with nothing in it but a place in the text, and who is there. */
function ownUpdate(client: number, writer: Writer, sent: Uint8Array): Uint8Array {
  try {
    const own = modifyAwarenessUpdate(sent, (state: unknown) =>
      state === null ? null : { cursor: cursorOf(state), user: writer },
    );
    if (!isOf(client, own)) throw notOne();
    return own;
  } catch {
    throw notOne();
  }
}

const mark = z.object({ client: z.int().min(0), clock: z.int().min(0) }).nullish();
const place = z.object({
  type: mark,
  tname: z.literal(TEXT_NAME).nullish(),
  item: mark,
  assoc: z.int().optional(),
});
const pointing = z.object({ cursor: z.object({ anchor: place, head: place }).nullish() });

/** A caret, or the two ends of a selection, if it is one that other pages can show. */
const cursorOf = (state: unknown) => pointing.parse(state).cursor ?? null;

/** True where an update says something of this client alone. */
function isOf(client: number, update: Uint8Array): boolean {
  const probe = new Awareness(new Y.Doc());
  probe.setLocalState(null);
  applyAwarenessUpdate(probe, update, "probe");
  const named = [...probe.meta.keys()].filter((each) => each !== probe.clientID);
  probe.doc.destroy();
  return named.every((each) => each === client);
}

const notOne = () => new DomainError("This says nothing of where somebody writes.");
