import { schema } from "@/lib/markdown/bridge/schema";

/**
 * Names what texts can hold. A page from before an upgrade would cut out what it does not know, so the
 * portal lets in only those that name the same.
 */
export const dialect = checksum(
  [...kindsOf(schema.nodes), ...kindsOf(schema.marks)].toSorted().join(),
);

type Kind = { name: string; spec: { attrs?: object | null; content?: string; group?: string } };

function kindsOf(kinds: Record<string, Kind>): string[] {
  return Object.values(kinds).map(({ name, spec }) => {
    const attributes = Object.keys(spec.attrs ?? {}).toSorted();
    return [name, spec.content, spec.group, ...attributes].join(" ");
  });
}

/** 32 bits that differ where a text differs, but for rare chance (FNV-1a). */
function checksum(text: string): string {
  let sum = 0x811c9dc5;
  for (const letter of text) sum = Math.imul(sum ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return (sum >>> 0).toString(36);
}
