import * as Y from "yjs";
import type { TextEvent, TextEvents } from "@/lib/domain/live-text";
import { bytesOf } from "./bytes";
import { makeCarets } from "./carets";
import type { DeviceCopy } from "./device-copy";
import { makeLeftovers } from "./leftovers";
import { makeOutbox } from "./outbox";
import { SIGNED_OUT, UNREACHABLE, type Problem, type Transport } from "./text-transport";

const SECOND = 1000;
const LONGEST_WAIT = 10 * SECOND;
const SIGNED_OUT_WAIT = 30 * SECOND;
/** How long a connection may be gone before it is called that. */
const BLINK = 3 * SECOND;
const FIRST_PATIENCE = 8 * SECOND;

const REPLACED = "This text was replaced by another one. Open the page again to write in that.";

/** How the text on this page stands to the one that the portal keeps. */
export type TextState = {
  kind: "connecting" | "live" | "offline" | "failed";
  /** Changes that the portal has not confirmed. */
  pending: number;
  savedAt?: number;
  reason?: string;
  /** What an earlier visit wrote, in Markdown, where it cannot be put into the text by itself. */
  orphan?: string;
};

type Options = {
  doc: Y.Doc;
  transport: Transport;
  copy: DeviceCopy;
  /** Never called before the link is given. */
  onState: (state: TextState) => void;
};

export type TextLink = ReturnType<typeof linkText>;

/** Keeps a document and the portal's the same, through all that can come between them. */
export function linkText({ doc, transport, copy, onState }: Options) {
  let shown: TextState = { kind: "connecting", pending: 0 };
  let live: string | undefined;
  let closeStream: (() => void) | undefined;
  let isOpening = false;
  let isOver = false;
  let tries = 0;
  let lostAt = Date.now();
  let retry: ReturnType<typeof setTimeout> | undefined;

  const carets = makeCarets(doc, (update) => void transport.point(update));
  const outbox = makeOutbox({
    doc,
    transport,
    copy,
    live: () => live,
    onChange: () => show({}),
    onSaved: (savedAt) => show({ savedAt }),
    onProblem: drop,
    onMissing: () => reopen(),
  });
  const leftovers = makeLeftovers({ doc, transport, copy, onChange: show, onProblem: drop });

  doc.on("update", (change: Uint8Array, origin: unknown) => {
    if (origin !== transport) outbox.add(change);
  });

  function show(change: Partial<TextState>): void {
    const next = { ...shown, ...change, pending: outbox.size() + leftovers.size() };
    if (isOver || isSame(shown, next)) return;
    shown = next;
    onState(next);
  }

  /** Sends first what waits here: the portal puts together what was written apart, and mends it. */
  async function connect(): Promise<void> {
    clearTimeout(retry);
    if (isOver || isOpening || closeStream) return;
    isOpening = true;
    await loaded;
    const answer = live === undefined ? undefined : await outbox.send();
    isOpening = false;
    if (!isOver && answer?.kind !== "refused" && answer?.kind !== "replaced") openStream();
  }

  function openStream(): void {
    if (closeStream) return;
    closeStream = transport.open({ vector: Y.encodeStateVector(doc), hear, lost });
  }

  function hear(event: TextEvent): void {
    if (event.type === "sync") sync(event.data);
    if (event.type === "update") Y.applyUpdate(doc, bytesOf(event.data.update), transport);
    if (event.type === "awareness") carets.hear(bytesOf(event.data.update));
    if (event.type === "beat") carets.stay();
    if (event.type === "gone") drop({ reason: event.data.reason, again: "never" });
    if (event.type === "signed-out") drop(SIGNED_OUT);
    if (event.type === "bye") drop(UNREACHABLE);
  }

  function sync({ live: named, update, vector, writer }: TextEvents["sync"]): void {
    if (live !== undefined && live !== named) return drop({ reason: REPLACED, again: "never" });
    live = named;
    tries = 0;
    Y.applyUpdate(doc, bytesOf(update), transport);
    outbox.open(bytesOf(vector));
    void leftovers.send(named, bytesOf(vector));
    carets.open(writer);
    show({ kind: "live", reason: undefined });
  }

  /** Lets go of a stream that is of no more use. */
  function drop(problem: Problem): void {
    closeStream?.();
    lost(problem);
  }

  function lost({ reason, again }: Problem): void {
    if (tries === 0) lostAt = Date.now();
    closeStream = undefined;
    outbox.hold();
    carets.close();
    clearTimeout(retry);
    if (again !== "soon") show({ kind: "failed", reason });
    else show(waitingState(reason));
    if (again === "never") return;
    const wait = again === "signed-out" ? SIGNED_OUT_WAIT : waitBefore(tries);
    tries += 1;
    retry = setTimeout(() => void connect(), wait);
  }

  function waitingState(reason: string): Partial<TextState> {
    const gone = Date.now() - lostAt;
    if (live === undefined) {
      return gone > FIRST_PATIENCE ? { kind: "failed", reason } : { kind: "connecting" };
    }
    const isBlink = gone <= BLINK && shown.kind !== "offline";
    return isBlink ? { kind: "connecting" } : { kind: "offline", reason };
  }

  function reopen(): void {
    closeStream?.();
    closeStream = undefined;
    outbox.hold();
    openStream();
  }

  const loaded = leftovers.load();
  void connect();

  return {
    doc,
    awareness: carets.awareness,
    get state() {
      return shown;
    },
    /** Connects at once, where that is worth a try. */
    wake() {
      if (shown.kind === "failed" && retry === undefined) return;
      tries = 0;
      void connect();
    },
    /** Says that there is no network, which a stream notices late. */
    sleep() {
      if (closeStream) drop(UNREACHABLE);
      if (shown.kind === "connecting" && live !== undefined) show({ kind: "offline" });
    },
    /** Lets go of the stream while nobody looks. */
    rest() {
      if (outbox.size() > 0 || !closeStream) return;
      closeStream();
      closeStream = undefined;
      outbox.hold();
      carets.close();
    },
    /** The page is left, and may come back. */
    leave() {
      outbox.leave();
      closeStream?.();
      closeStream = undefined;
      outbox.hold();
      carets.close();
    },
    isAtRisk: outbox.isAtRisk,
    forgetOrphan: leftovers.forgetOrphan,
    destroy() {
      void outbox.send();
      isOver = true;
      clearTimeout(retry);
      closeStream?.();
      outbox.close();
      carets.close();
      carets.awareness.destroy();
    },
  };
}

/** Longer each time, and never the same for all pages of a portal that comes back. */
const waitBefore = (tries: number): number =>
  Math.min(LONGEST_WAIT, 0.5 * SECOND * 2 ** tries) * (0.5 + Math.random());

const isSame = (a: TextState, b: TextState): boolean =>
  a.kind === b.kind &&
  a.pending === b.pending &&
  a.savedAt === b.savedAt &&
  a.reason === b.reason &&
  a.orphan === b.orphan;
