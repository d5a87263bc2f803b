import { aliasKey, isEmail, proposePerson } from "../people";
import { isShared, roleOf } from "../roles";
import { beginsSentence } from "./sentence";

/** A person by every name and address that is known; `role` in the incident, in the record's own word. */
export type NamedPerson = { names: string[]; role: string | null };

/** What to say in place of whole names and addresses, by their keys, and of parts of names. */
export type Directory = {
  names: string[];
  phrases: Map<string, string>;
  parts: Map<string, string>;
};

const ANYBODY = "a responder";
const MONTHS = new Set("april august june may".split(" "));
/** Names that are more likely a word where a sentence begins. */
const BEGINNINGS = new Set(
  "bill can case chase drew grant hope mark max page pat rob sue will".split(" "),
);

export function directoryOf(people: NamedPerson[]): Directory {
  const directory: Directory = { names: [], phrases: new Map(), parts: new Map() };
  for (const { names, role } of people) {
    const phrase = phraseOf(role);
    for (const name of names.map((each) => each.normalize("NFC").trim()).filter(Boolean)) {
      add(directory.phrases, keyOf(name), phrase);
      if (isEmail(name)) continue;
      directory.names.push(name);
      for (const part of partsOf(name)) add(directory.parts, part, phrase);
    }
  }
  return directory;
}

/** Whoever shares a name with somebody of another role is not told from them. */
function add(phrases: Map<string, string>, name: string, phrase: string): void {
  const known = phrases.get(name);
  phrases.set(name, known === undefined || known === phrase ? phrase : ANYBODY);
}

function phraseOf(word: string | null): string {
  const known = roleOf(word);
  if (known) return isShared(known) ? `a ${known.toLowerCase()}` : `the ${known}`;
  const role = word?.trim();
  return role ? `${/^[aeio]/i.test(role) ? "an" : "a"} ${role}` : ANYBODY;
}

/** The words of a name that stand for the person when they stand alone. */
const partsOf = (name: string) =>
  name.split(/[\s.]+/).filter((part) => part.length > 1 && /^\p{Lu}/u.test(part));

const keyOf = (name: string) =>
  aliasKey(
    name
      .normalize("NFC")
      .replaceAll(/[\s>]+/g, " ")
      .replaceAll("’", "'"),
  );

const unescaped = (text: string) => text.replaceAll(/&#(?:x40|64);/gi, "@").replaceAll("\\", "");

/** What to say in place of a name, address or handle as it is written; nothing for somebody else's. */
export function phraseFor(match: string, before: string, directory: Directory): string | undefined {
  const written = unescaped(match);
  if (/.@/.test(written)) return phraseOfAddress(written, directory);
  const name = written.replace(/^@/, "").normalize("NFC");
  const known = directory.phrases.get(keyOf(name)) ?? partPhrase(name, directory);
  if (written !== name && written.startsWith("@"))
    return known ?? phraseOfAddress(`${name}${written}`, directory);
  if (/\s/.test(name)) return known;
  const isName = directory.names.includes(name) || /^\p{Lu}/u.test(name);
  return isName && !isWord(name, before) ? known : undefined;
}

/** "ALICE" is Alice too. */
function partPhrase(name: string, { parts }: Directory): string | undefined {
  const same = [...parts].find(([part]) => keyOf(part) === keyOf(name));
  return parts.get(name) ?? same?.[1];
}

/** True where a name is more likely the word that it also is: "Will it", "in May". */
function isWord(name: string, before: string): boolean {
  const word = name.toLowerCase();
  return MONTHS.has(word) || (BEGINNINGS.has(word) && beginsSentence(before));
}

/** What to say in place of an address that is a person's, or probably is by its words. */
export function phraseOfAddress(
  address: string,
  { names, phrases }: Directory,
): string | undefined {
  const [mailbox = ""] = address.split("?");
  const meant = phrases.get(keyOf(mailbox));
  if (meant !== undefined) return meant;
  const likely = names.filter((name) => proposePerson(mailbox, [name]) !== undefined);
  const proposed = new Set(likely.map((name) => phrases.get(keyOf(name))));
  return proposed.size > 1 ? ANYBODY : [...proposed][0];
}
