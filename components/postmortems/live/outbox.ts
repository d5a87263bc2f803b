import * as Y from "yjs";
import type { DeviceCopy } from "./device-copy";
import { type Answer, type Problem, type Transport } from "./text-transport";

const GATHER = 150;
const KEEP_AFTER = 250; // by then the portal mostly has it, and nothing needs to be kept here
const KEEP_WHOLE_AFTER = 1000;

type Asks = {
  doc: Y.Doc;
  transport: Transport;
  copy: DeviceCopy;
  /** The document that is written in, once that is known. */
  live: () => string | undefined;
  /** Something about what waits here has changed. */
  onChange: () => void;
  onSaved: (at: number) => void;
  /** Changes could not be sent; they wait here. */
  onProblem: (problem: Problem) => void;
  /** The portal lacks something of before. */
  onMissing: () => void;
};

/** The changes on their way to the portal: one request at a time, with all that was written meanwhile. */
export function makeOutbox({ doc, transport, copy, live, ...tell }: Asks) {
  let waiting: Uint8Array[] = [];
  let sent: Uint8Array[] = [];
  let count = 0;
  let isHeld = true;
  let isKept = true;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let copied = 0;
  let keepingSoon: ReturnType<typeof setTimeout> | undefined;
  let keeping: ReturnType<typeof setTimeout> | undefined;

  function add(change: Uint8Array): void {
    waiting.push(change);
    count += 1;
    isKept = false;
    keepingSoon ??= setTimeout(() => void keepChanges(), KEEP_AFTER);
    keeping ??= setTimeout(() => void keepWhole(), KEEP_WHOLE_AFTER);
    soon();
    tell.onChange();
  }

  /** Sends on, from here or from where the portal says it stands. */
  function open(vector?: Uint8Array): void {
    isHeld = false;
    const isBehind = vector !== undefined && (size() > 0 || isAhead(doc, vector));
    if (isBehind) {
      waiting = [Y.encodeStateAsUpdate(doc, vector)];
      tell.onChange();
    }
    soon();
  }

  /** Holds everything back until it is opened again. */
  function hold(): void {
    isHeld = true;
    clearTimeout(timer);
    timer = undefined;
  }

  function soon(): void {
    if (isHeld || timer !== undefined || sent.length > 0 || waiting.length === 0) return;
    timer = setTimeout(() => {
      timer = undefined;
      void send();
    }, GATHER);
  }

  /** Sends what waits, and resolves with what became of it; `undefined` where nothing waits. */
  async function send(): Promise<Answer | undefined> {
    const document = live();
    if (waiting.length === 0 || sent.length > 0 || document === undefined) return undefined;
    const upTo = count;
    sent = waiting;
    waiting = [];
    const answer = await transport.push(document, Y.mergeUpdates(sent));
    if (answer.kind === "kept") {
      sent = [];
      if (waiting.length === 0) stopKeeping();
      await forget(upTo);
      tell.onSaved(answer.savedAt);
      soon();
    } else {
      waiting = [...sent, ...waiting];
      sent = [];
      if (answer.kind === "missing") tell.onMissing();
      else tell.onProblem(problemIn(answer));
    }
    return answer;
  }

  async function keep(whole?: Uint8Array): Promise<void> {
    const document = live();
    if (document === undefined) return;
    const upTo = count;
    copied = upTo;
    const update = Y.mergeUpdates([...sent, ...waiting]);
    const isThere = await copy.keep({ live: document, update, whole, count: upTo });
    isKept = isThere && upTo === count;
    tell.onChange();
  }

  async function keepChanges(): Promise<void> {
    clearTimeout(keepingSoon);
    keepingSoon = undefined;
    if (size() > 0) await keep();
  }

  async function forget(upTo: number): Promise<void> {
    if (copied === 0) return;
    if (copied <= upTo) copied = 0;
    await copy.forget(copy.id, upTo);
  }

  async function keepWhole(): Promise<void> {
    keeping = undefined;
    if (size() > 0) await keep(Y.encodeStateAsUpdate(doc));
  }

  function stopKeeping(): void {
    clearTimeout(keepingSoon);
    clearTimeout(keeping);
    keepingSoon = keeping = undefined;
  }

  /** Tries once more as the page is left. */
  function leave(): void {
    const document = live();
    const all = [...sent, ...waiting];
    if (all.length === 0 || document === undefined) return;
    transport.pushLast(document, Y.mergeUpdates(all));
    void keepChanges();
  }

  const size = () => sent.length + waiting.length;

  return {
    add,
    open,
    hold,
    send,
    leave,
    size,
    /** True while changes are here and nowhere else. */
    isAtRisk: () => size() > 0 && !isKept,
    close() {
      hold();
      stopKeeping();
      void keepChanges();
    },
  };
}

function problemIn(answer: Exclude<Answer, { kind: "kept" | "missing" }>): Problem {
  return answer.kind === "refused" ? answer.problem : { reason: answer.reason, again: "never" };
}

/** True where a document has something that a state vector lacks. */
function isAhead(doc: Y.Doc, vector: Uint8Array): boolean {
  const theirs = Y.decodeStateVector(vector);
  const own = Y.decodeStateVector(Y.encodeStateVector(doc));
  return [...own].some(([client, clock]) => clock > (theirs.get(client) ?? 0));
}
