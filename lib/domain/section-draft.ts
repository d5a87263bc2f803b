import { todo } from "./draft/text";
import { ConflictError, DomainError } from "./error";
import { byName, ended, replaced } from "./redraft";
import { nameOf, splitSections } from "./sections";

export type SectionDraft = {
  /** The words of its heading. */
  title: string;
  /** What is to stand below it, in Markdown. */
  body: string;
  /** What the writer saw below the heading, where somebody has written it already. */
  seen?: string | undefined;
};

/** What every section that a program wrote ends with: a TODO goes to nobody outside. */
export const DRAFT_MARK = todo(
  "A program drafted this section. Read it, correct it, and take this line out.",
);

/**
 * A postmortem with one section drafted. What people wrote is replaced only for a writer who has seen it: it
 * has to be neither empty nor what `drafted`, the draft from the record, said.
 */
export function withSectionDraft(
  text: string,
  drafted: string,
  { title, body, seen }: SectionDraft,
): string {
  if (splitSections(body).some((part) => part.title !== "")) {
    throw new DomainError("Draft one section: use headings of the third depth within it.", "body");
  }
  const name = nameOf(title);
  const marked = `${body.trim()}\n\n${DRAFT_MARK}`;
  const stands = byName(text).get(name);
  if (!stands) return `${text.trim() === "" ? "" : ended(text)}## ${title}\n\n${marked}\n`;

  const isUntouched = stands.body === "" || stands.body === byName(drafted).get(name)?.body;
  if (!isUntouched && stands.body !== seen?.trim()) {
    throw new ConflictError(
      `“${stands.title}” has been written already. Read it, and send what stands there as seen to put your draft in its place.`,
      { title: stands.title, body: stands.body },
    );
  }
  const parts = splitSections(text).map((part) => ({ ...part, name: nameOf(part.title) }));
  const whole = replaced(parts, name, marked).map(({ raw }) => raw);
  return `${whole.join("").trimEnd()}\n`;
}
