import { aliasKey } from "./people";

export const RESPONSE_ROLES = [
  "Incident Commander",
  "Operations Lead",
  "Communications Lead",
  "Scribe",
  "Subject Matter Expert",
] as const;
export type ResponseRole = (typeof RESPONSE_ROLES)[number];

export const COMMANDER: ResponseRole = "Incident Commander";

export const DUTIES: Record<ResponseRole, string> = {
  "Incident Commander": "Leads the response: decides, and hands out the work.",
  "Operations Lead": "Directs the repair, and knows what was tried.",
  "Communications Lead": "Tells customers and stakeholders, and keeps the promised times.",
  Scribe: "Keeps the timeline: what was seen, decided and done.",
  "Subject Matter Expert": "Knows the part that broke, and advises.",
};

/** True where several people hold the role at the same time. */
export const isShared = (role: ResponseRole) => role === "Subject Matter Expert";

/** Other words that records use for a role, in lower case. */
const WORDS: ReadonlyMap<string, ResponseRole> = new Map([
  ["commander", "Incident Commander"],
  ["ic", "Incident Commander"],
  ["incident lead", "Incident Commander"],
  ["operations", "Operations Lead"],
  ["ops lead", "Operations Lead"],
  ["communications", "Communications Lead"],
  ["comms lead", "Communications Lead"],
]);

/** The role that a record's word means, "Database SME" included; `undefined` for any other word. */
export function roleOf(word: string | null): ResponseRole | undefined {
  const written = aliasKey(word ?? "").replaceAll(/[\s_-]+/g, " ");
  if (/\b(sme|subject matter expert)$/.test(written)) return "Subject Matter Expert";
  return RESPONSE_ROLES.find((role) => aliasKey(role) === written) ?? WORDS.get(written);
}

/**
 * That a person held a role, in UTC milliseconds. Of somebody whom only the record named nobody knows
 * since when: both times are then the moment at which it ended.
 */
export type Assignment = {
  role: string;
  person: string;
  assumedAt: number;
  gaveUpAt: number | null;
  note: string | null;
};

export type Participant = { name: string; role: string | null };

/** `since` is `null` for a person whom the record names; `word` is the record's own, where it is another. */
export type Holder = {
  person: string;
  since: number | null;
  word: string | null;
  note: string | null;
};

export type PastHolder = {
  person: string;
  since: number | null;
  until: number | null;
  note: string | null;
};

export type RoleView = { role: ResponseRole; holders: Holder[]; past: PastHolder[] };

type Sources = { commander: string | null; participants: Participant[]; assignments: Assignment[] };

/** Who holds each role and who did, the last first. What nobody was assigned to is as the record has it. */
export function rolesOf(sources: Sources): RoleView[] {
  return RESPONSE_ROLES.map((role) => {
    const assignments = sources.assignments.filter((each) => each.role === role);
    const holders = holdersOf(role, { ...sources, assignments });
    return {
      role,
      holders,
      past: assignments
        .filter(({ person, gaveUpAt }) => gaveUpAt !== null || !isAmong(holders, person))
        .toSorted((a, b) => (b.gaveUpAt ?? b.assumedAt) - (a.gaveUpAt ?? a.assumedAt))
        .map(({ person, assumedAt, gaveUpAt, note }) => ({
          person,
          since: assumedAt === gaveUpAt ? null : assumedAt,
          until: gaveUpAt,
          note,
        })),
    };
  });
}

function holdersOf(role: ResponseRole, { commander, participants, assignments }: Sources) {
  const assigned = assignments
    .filter(({ gaveUpAt }) => gaveUpAt === null)
    .map(({ person, assumedAt, note }): Holder => ({ person, since: assumedAt, word: null, note }));
  const named = participants
    .filter((each) => roleOf(each.role) === role)
    .map(({ name, role: word }): Holder => ({
      person: name,
      since: null,
      word: word === role ? null : word,
      note: null,
    }));

  if (role === COMMANDER && commander !== null) {
    const leads = [
      ...assigned,
      ...named,
      { person: commander, since: null, word: null, note: null },
    ];
    return leads.filter(({ person }) => isSame(person, commander)).slice(0, 1);
  }
  if (isShared(role)) {
    return [...assigned, ...named.filter(({ person }) => !isAmong(assignments, person))];
  }
  return assignments.length > 0 ? assigned : named;
}

/** Who took part in none of the roles, with the record's own words. */
export function othersOf(participants: Participant[]): Participant[] {
  return participants.filter(({ role }) => roleOf(role) === undefined);
}

const isSame = (one: string, other: string) => aliasKey(one) === aliasKey(other);

export const isAmong = (people: { person: string }[], name: string) =>
  people.some(({ person }) => isSame(person, name));

/** The names of a role's holders as one text: what a change of it was built on. */
export const holderNames = (holders: { person: string }[]) =>
  holders.map(({ person }) => person).join(", ");

/** After this long someone else should lead for a while, in milliseconds. */
export const SHIFT = 60 * 60_000;
