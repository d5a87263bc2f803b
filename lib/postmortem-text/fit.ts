import { Fragment, type Attrs, type Node, type NodeType } from "@tiptap/pm/model";

/**
 * A node that has all of this content. Edits that were made apart can add up to what the schema forbids,
 * such as a list without items: then content is wrapped, unwrapped or filled up, but no words are lost.
 */
export function nodeWith(type: NodeType, attrs: Attrs, content: readonly Node[]) {
  const whole = Fragment.from(content);
  if (type.validContent(whole)) return { node: type.create(attrs, whole), isMended: false };
  return { node: type.create(attrs, fitted(type, content)), isMended: true };
}

function fitted(type: NodeType, content: readonly Node[]): Fragment {
  let match = type.contentMatch;
  const placed: Node[] = [];

  function place(node: Node): boolean {
    const allowed = node.mark(type.allowedMarks(node.marks));
    const before = match.fillBefore(Fragment.from(allowed));
    const after = before && match.matchFragment(before)?.matchType(allowed.type);
    if (!before || !after) return false;
    placed.push(...before.content, allowed);
    match = after;
    return true;
  }

  function put(node: Node): void {
    if (place(node)) return;
    const wrapped = match.findWrapping(node.type)?.reduceRight(wrap, node);
    if (wrapped && wrapped !== node && place(wrapped)) return;
    node.forEach(put);
  }

  content.forEach(put);
  placed.push(...(match.fillBefore(Fragment.empty, true)?.content ?? []));
  return Fragment.from(placed);
}

const wrap = (inner: Node, type: NodeType): Node => type.create(null, fitted(type, [inner]));
