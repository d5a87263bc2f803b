import type { TemplateSection } from "./template";

/** One change of a template's sections; `up` and `down` are by one place. */
export type SectionChange = { kind: "up" | "down" | "remove"; index: number } | { kind: "add" };

/** The sections after a change. The browser runs it, and where it has no script the server does. */
export function changeSections<S extends TemplateSection>(
  sections: S[],
  change: SectionChange,
  added: S,
): S[] {
  if (change.kind === "add") return [...sections, added];
  const { kind, index } = change;
  const section = sections[index];
  if (!section) return sections;
  if (kind === "remove") return sections.toSpliced(index, 1);
  const place = index + (kind === "up" ? -1 : 1);
  if (place < 0 || place >= sections.length) return sections;
  return sections.toSpliced(index, 1).toSpliced(place, 0, section);
}

/** A section that nobody has filled in. */
export const BLANK_SECTION: TemplateSection = {
  title: "",
  help: "",
  isRequired: false,
  source: null,
};

/** The change that a button stands for, such as `up:3`; `undefined` for any other text. */
export function parseChange(text: string): SectionChange | undefined {
  if (text === "add") return { kind: "add" };
  const [, kind, index] = /^(up|down|remove):(\d{1,3})$/.exec(text) ?? [];
  return kind === "up" || kind === "down" || kind === "remove"
    ? { kind, index: Number(index) }
    : undefined;
}
