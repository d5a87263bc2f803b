import { aliasKey } from "./people";
import { proseOf, type MailLink } from "./prose";
import { beginsSentence } from "./role-names/sentence";
import {
  directoryOf,
  phraseFor,
  phraseOfAddress,
  type Directory,
  type NamedPerson,
} from "./role-names/directory";
import { patternOf } from "./role-names/pattern";

export type { NamedPerson };

type Edit = { from: number; to: number; text: string };

/**
 * The text with roles in place of the names and addresses of people: "the Incident Commander", "a
 * responder". First and last names count alone too where they begin with a capital letter. Code and the
 * addresses of links stay; a link to a person's mailbox becomes its words.
 */
export const withRoles = (markdown: string, people: NamedPerson[]): string =>
  roleWriter(people)(markdown);

/** The same for many texts about one incident: a text that names nobody costs little. */
export function roleWriter(people: NamedPerson[]): (markdown: string) => string {
  const directory = directoryOf(people);
  const pattern = patternOf(directory);
  return (markdown) =>
    markdown.search(pattern) === -1 && !/mailto:/i.test(markdown)
      ? markdown
      : rewritten(markdown, directory, pattern);
}

function rewritten(markdown: string, directory: Directory, pattern: RegExp): string {
  const { text, mailLinks } = proseOf(markdown);
  const mails = mailLinks.flatMap((link) => mailEdits(link, text, directory));
  const named = [...text.matchAll(pattern)]
    .filter(({ 0: match, index }) => !mails.some((mail) => meet(mail, index, match.length)))
    .flatMap(({ 0: match, index }) => nameEdit(text, { match, index }, directory) ?? []);
  return edited(markdown, [...mails, ...named]);
}

const meet = ({ from, to }: Edit, index: number, length: number) =>
  index < to && from < index + length;

/** A link to a person's mailbox: its own words stay, where it has some. */
function mailEdits(
  { from, to, address, words }: MailLink,
  text: string,
  directory: Directory,
): Edit[] {
  const phrase = phraseOfAddress(address, directory);
  if (phrase === undefined) return [];
  if (!words) return [{ from, to, text: capitalised(phrase, text.slice(0, from)) }];
  return [
    { from, to: words.from, text: "" },
    { from: words.to, to, text: "" },
  ];
}

type Found = { match: string; index: number };

function nameEdit(text: string, { match, index }: Found, directory: Directory): Edit | undefined {
  const phrase = phraseFor(match, text.slice(0, index), directory);
  if (phrase === undefined) return undefined;
  const role = phrase.replace(/^(?:the|an?) /, "");
  const from = index - lengthBefore(text.slice(0, index), role);
  const end = index + match.length;
  const rest = text.slice(end, end + role.length + 20);
  const possessive =
    /s$/i.test(match) && /^['’]\s+\p{L}/u.test(rest) && !/['‘]/.test(text[index - 1] ?? "");
  const to = end + (possessive ? 1 : lengthAfter(rest, role));
  return { from, to, text: capitalised(phrase, text.slice(0, from)) + (possessive ? "’s" : "") };
}

/** "Incident Commander Alice Chen" says the role once, and so does "Alice Chen (Incident Commander)". */
function lengthBefore(before: string, role: string): number {
  const tail = before.slice(-role.length - 8);
  const said = new RegExp(
    `(?<![\\p{L}\\p{N}])(?:the\\s+)?${role.replaceAll(/[^\p{L}\p{N} ]/gu, ".")},?[^\\S\\n]+$`,
    "iu",
  );
  return said.exec(tail)?.[0].length ?? 0;
}

function lengthAfter(rest: string, role: string): number {
  const said = /^ \((?:the )?([^()]+)\)/i.exec(rest);
  return said && aliasKey(said[1] ?? "") === aliasKey(role) ? said[0].length : 0;
}

function capitalised(phrase: string, before: string): string {
  return beginsSentence(before) ? phrase.charAt(0).toUpperCase() + phrase.slice(1) : phrase;
}

function edited(text: string, edits: Edit[]): string {
  const parts: string[] = [];
  let end = 0;
  for (const edit of edits.toSorted((a, b) => a.from - b.from)) {
    parts.push(text.slice(end, Math.max(end, edit.from)), edit.text);
    end = Math.max(end, edit.to);
  }
  return parts.join("") + text.slice(end);
}
