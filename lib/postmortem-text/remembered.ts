import * as Y from "yjs";
import type { Nodes } from "./read";

type Part = { parent: Part | null };

/** What was read of each document's parts, until they change. */
const memories = new WeakMap<Y.Doc, WeakMap<Part, Nodes>>();

/** What a part of a document was read as; it is read again only after something in it changed. */
export function remembered(part: unknown, read: () => Nodes): Nodes {
  if (!(part instanceof Y.AbstractType)) return read();
  const memory = memoryOf(part.doc);
  const nodes = memory?.get(part) ?? read();
  memory?.set(part, nodes);
  return nodes;
}

/** Nothing is remembered while a document is being changed, as it tells of changes at the end only. */
function memoryOf(doc: Y.Doc | null): WeakMap<Part, Nodes> | undefined {
  if (!doc || doc._transaction) return undefined;
  const known = memories.get(doc);
  if (known) return known;
  const memory = new WeakMap<Part, Nodes>();
  memories.set(doc, memory);
  doc.on("afterTransaction", ({ changed }) => {
    for (const type of changed.keys()) forget(memory, type);
  });
  return memory;
}

function forget(memory: WeakMap<Part, Nodes>, changed: Part): void {
  for (let part: Part | null = changed; part; part = part.parent) memory.delete(part);
}
