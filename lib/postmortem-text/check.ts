import * as Y from "yjs";
import { DomainError } from "@/lib/domain/error";
import { MOST_CHANGE_BYTES, TEXT_NAME } from "@/lib/domain/live-text";
import { markdownOf } from "@/lib/markdown/bridge/to-markdown";
import { change, mend } from "./change";
import { fragmentOf, readBlocks } from "./read";

/** Yjs compares what was written at one place by many hands piece by piece. */
const MOST_STRUCTS = 25_000;
const MOST_CLIENTS = 500;
const LARGEST_CLOCK = 2 ** 31;
const CONTENTS = [Y.ContentString, Y.ContentFormat, Y.ContentType, Y.ContentDeleted, Y.ContentAny];

/** A change that builds on others which the portal does not have: its sender has to send those, too. */
export class MissingChanges extends DomainError {
  override name = "MissingChanges";
}

/**
 * Applies a change that somebody sent, and gives what was new of it, with what mends the text where edits
 * that were made apart add up to what the schema forbids. It throws, in words, for all that no editor of
 * the portal sends; the document is then of no more use.
 */
export function applyChecked(doc: Y.Doc, sent: Uint8Array): Applied {
  assertHarmless(sent);
  const { made, blocks } = watched(doc, () =>
    change(doc, () => guarded(() => Y.applyUpdate(doc, sent))),
  );
  if (doc.store.pendingStructs || doc.store.pendingDs) {
    throw new MissingChanges("This change builds on others that the portal does not have.");
  }
  if ([...doc.share.keys()].some((name) => name !== TEXT_NAME)) throw foreign();
  const { node, isMended } = guarded(() => readBlocks(blocks));
  const written = guarded(() => markdownOf(node));
  const mending = isMended ? mend(doc) : undefined;
  return { made: made && mending ? Y.mergeUpdates([made, mending]) : made, written };
}

export type Applied = {
  /** `undefined` for what was there already. */
  made: Uint8Array | undefined;
  /** The Markdown of the blocks that changed. */
  written: string;
};

function assertHarmless(change: Uint8Array): void {
  if (change.length > MOST_CHANGE_BYTES) {
    throw new DomainError("This change is larger than 1 MB. Write it in smaller pieces.");
  }
  const { structs } = guarded(() => Y.decodeUpdate(change));
  const clients = new Set(structs.map(({ id }) => id.client)).size;
  if (structs.length > MOST_STRUCTS || clients > MOST_CLIENTS) {
    throw new DomainError("This change has too many pieces. Write it in smaller ones.");
  }
  if (!structs.every(isHarmless)) throw foreign();
}

function isHarmless(struct: Y.Item | Y.GC | Y.Skip): boolean {
  if (struct.id.clock + struct.length > LARGEST_CLOCK) return false;
  if (!(struct instanceof Y.Item)) return struct instanceof Y.GC;
  const { content, parentSub } = struct;
  const parent: unknown = struct.parent;
  if (typeof parent === "string" && (parent !== TEXT_NAME || parentSub !== null)) return false;
  if (!CONTENTS.some((known) => content instanceof known)) return false;
  return !(content instanceof Y.ContentType) || isBlockOrText(content.type);
}

const isBlockOrText = (type: unknown) => type instanceof Y.XmlElement || type instanceof Y.XmlText;

/** What `run` gives, with the blocks of the text that are not as they were before it. */
function watched<Made>(doc: Y.Doc, run: () => Made): { made: Made; blocks: unknown[] } {
  const fragment = fragmentOf(doc);
  const before = new Set<unknown>(fragment.toArray());
  const changed = new Set<unknown>();
  const note = ({ changed: types }: Y.Transaction) => {
    for (const type of types.keys()) changed.add(blockOf(type, fragment));
  };
  doc.on("afterTransaction", note);
  try {
    const made = run();
    const isNew = (block: unknown) => changed.has(block) || !before.has(block);
    return { made, blocks: fragment.toArray().filter(isNew) };
  } finally {
    doc.off("afterTransaction", note);
  }
}

/** The child of the fragment in which this stands. */
function blockOf(type: Parent, fragment: Parent): Parent | null {
  let block: Parent | null = type;
  while (block && block.parent !== fragment) block = block.parent;
  return block;
}

type Parent = { parent: Parent | null };

/** Yjs and ProseMirror say in their own words what they cannot take. */
function guarded<Result>(run: () => Result): Result {
  try {
    return run();
  } catch (error) {
    if (error instanceof DomainError) throw error;
    throw foreign();
  }
}

const foreign = () =>
  new DomainError("This is no change that the editor makes. Nothing was kept of it.");
