import type * as Y from "yjs";
import {
  applyAwarenessUpdate,
  Awareness,
  encodeAwarenessUpdate,
  removeAwarenessStates,
} from "y-protocols/awareness";
import type { Writer } from "@/lib/domain/live-text";

const GATHER = 200;
const PORTAL = "portal";

/** Where everybody is in a text: this page's caret is told to the portal, and those of others come from it. */
export function makeCarets(doc: Y.Doc, point: (update: Uint8Array) => void) {
  const awareness = new Awareness(doc);
  let isOpen = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  awareness.on("change", (_: unknown, origin: unknown) => {
    if (origin === "local") soon();
  });

  function soon(): void {
    if (!isOpen) return;
    timer ??= setTimeout(() => {
      timer = undefined;
      if (isOpen) point(encodeAwarenessUpdate(awareness, [doc.clientID]));
    }, GATHER);
  }

  /** Says who is here. The portal forgot this page's caret with its last stream, so it is told anew. */
  function open(user: Writer): void {
    isOpen = true;
    awareness.setLocalStateField("user", user);
    soon();
  }

  function hear(update: Uint8Array): void {
    applyAwarenessUpdate(awareness, update, PORTAL);
  }

  /** Others whose streams are open are there, however long they are still. */
  function stay(): void {
    for (const client of others()) {
      const meta = awareness.meta.get(client);
      if (meta) meta.lastUpdated = Date.now();
    }
  }

  function close(): void {
    isOpen = false;
    clearTimeout(timer);
    timer = undefined;
    removeAwarenessStates(awareness, others(), PORTAL);
    for (const client of awareness.meta.keys()) {
      if (client !== doc.clientID) awareness.meta.delete(client);
    }
  }

  const others = () => [...awareness.getStates().keys()].filter((each) => each !== doc.clientID);

  return { awareness, open, hear, stay, close };
}
