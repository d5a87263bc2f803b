import * as Y from "yjs";
import { documentFrom, textOf } from "@/lib/postmortem-text/document";
import { leftIn, type Copy, type DeviceCopy } from "./device-copy";
import type { Problem, Transport } from "./text-transport";

type Left = { id: IDBValidKey; copy: Copy };
type Found = { savedAt?: number; orphan?: string };

type Asks = {
  doc: Y.Doc;
  transport: Transport;
  copy: DeviceCopy;
  onChange: (found: Found) => void;
  /** It could not be sent, and waits for the next connection. */
  onProblem: (problem: Problem) => void;
};

/**
 * What earlier visits wrote and the portal never confirmed. It is sent as it is, and comes back with the
 * stream. What belongs to a text that was replaced since is shown instead: it fits no other.
 */
export function makeLeftovers({ doc, transport, copy, onChange, onProblem }: Asks) {
  let left: Left[] = [];
  let orphans: Left[] = [];

  async function load(): Promise<void> {
    left = await copy.load();
  }

  async function send(live: string, vector: Uint8Array): Promise<void> {
    for (const each of [...left]) {
      if (each.copy.live !== live) {
        orphan(each, each.copy.whole && [each.copy.whole]);
        continue;
      }
      const change = leftIn(each.copy, vector);
      const answer = await transport.push(live, change);
      if (answer.kind === "kept") {
        settle(each);
        await copy.forget(each.id, each.copy.count);
        onChange({ savedAt: answer.savedAt });
      } else if (answer.kind !== "refused" || answer.problem.again === "never") {
        orphan(each, [Y.encodeStateAsUpdate(doc), change]);
      } else {
        return onProblem(answer.problem);
      }
    }
  }

  function orphan(each: Left, updates: Uint8Array[] | undefined): void {
    settle(each);
    orphans.push(each);
    onChange(updates ? { orphan: textOf(documentFrom(updates)) } : {});
  }

  const settle = (each: Left) => (left = left.filter((other) => other !== each));

  async function forgetOrphan(): Promise<void> {
    for (const { id, copy: kept } of orphans) await copy.forget(id, kept.count);
    orphans = [];
    onChange({ orphan: undefined });
  }

  return { load, send, forgetOrphan, size: () => left.length };
}
