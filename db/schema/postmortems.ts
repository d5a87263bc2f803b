import { blob, index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { POSTMORTEM_STATES, VERDICTS } from "@/lib/domain/postmortem";
import { actionItems } from "./action-items";
import { createdAt, instant, json, version } from "./columns";
import { incidentId, incidents } from "./incidents";
import { users } from "./users";

export const postmortems = sqliteTable("postmortems", {
  id: integer().primaryKey(),
  incidentId: integer()
    .notNull()
    .unique()
    .references(() => incidents.id, { onDelete: "cascade" }),
  body: text().notNull(), // Markdown, as it was last written; the newest revision may be older
  version: version(), // of the newest revision
  updatedBy: text().notNull(), // a user's name
  updatedAt: integer().notNull(),
  templateId: integer().references(() => postmortemTemplates.id, { onDelete: "set null" }),
  drafted: text(), // what the record gave when it was last drafted: what differs, people wrote
  showsRoles: integer({ mode: "boolean" }).notNull().default(false), // in place of names
  liveId: text(), // of the document that the updates make; none while nobody has opened it
  bodyRow: integer().notNull().default(0), // the newest update that the body has
  keptRow: integer().notNull().default(0), // the newest update that the newest revision has
});

const postmortemId = () =>
  integer()
    .notNull()
    .references(() => postmortems.id, { onDelete: "cascade" });

/** Texts that were kept: each stays as it was. */
export const postmortemRevisions = sqliteTable(
  "postmortem_revisions",
  {
    id: integer().primaryKey(),
    postmortemId: postmortemId(),
    version: integer().notNull(),
    body: text().notNull(),
    author: text().notNull(), // users' names, joined by commas
    note: text(), // why it was kept, if not only because somebody wrote
    createdAt: createdAt(),
  },
  (table) => [uniqueIndex("postmortem_revisions_by_version").on(table.postmortemId, table.version)],
);

/** What live editing did to a text, in the order in which it was accepted. */
export const postmortemUpdates = sqliteTable(
  "postmortem_updates",
  {
    id: integer().primaryKey({ autoIncrement: true }),
    postmortemId: postmortemId(),
    data: blob({ mode: "buffer" }).notNull(), // a Yjs update, or several merged into one
    author: text().notNull(), // a user's name
    createdAt: createdAt(),
  },
  (table) => [index("postmortem_updates_by_postmortem").on(table.postmortemId, table.id)],
);

/** Where an incident's postmortem stands. An incident without a row stands at a draft. */
export const postmortemStates = sqliteTable("postmortem_states", {
  incidentId: integer()
    .primaryKey()
    .references(() => incidents.id, { onDelete: "cascade" }),
  state: text({ enum: POSTMORTEM_STATES }).notNull(),
  reason: text(), // why it is not required
  changedBy: text().notNull(), // a user's name
  changedAt: instant().notNull(),
  version: version(),
});

/** Who was asked to review a text, and what they said of it last. */
export const postmortemReviewers = sqliteTable(
  "postmortem_reviewers",
  {
    id: integer().primaryKey(),
    postmortemId: postmortemId(),
    userId: integer()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    askedBy: text().notNull(), // a user's name
    askedAt: createdAt(),
    dueAt: instant().notNull(),
    verdict: text({ enum: VERDICTS }),
    note: text(),
    version: integer(), // of the revision that was read
    decidedAt: instant(),
  },
  (table) => [
    uniqueIndex("postmortem_reviewers_by_user").on(table.postmortemId, table.userId),
    index("postmortem_reviewers_by_person").on(table.userId, table.decidedAt),
  ],
);

/** Remarks on a text. An answer hangs on the remark that began the thread. */
export const postmortemComments = sqliteTable(
  "postmortem_comments",
  {
    id: integer().primaryKey(),
    postmortemId: postmortemId(),
    threadId: integer(), // the first remark's id; none for the first itself
    quote: text().notNull(), // the words that it is about; empty for the whole text
    prefix: text().notNull(), // the words before them, to tell them from others like them
    suffix: text().notNull(),
    body: text().notNull(),
    author: text().notNull(), // a user's name
    createdAt: createdAt(),
    editedAt: instant(),
    resolvedAt: instant(),
    resolvedBy: text(), // a user's name
  },
  (table) => [index("postmortem_comments_by_postmortem").on(table.postmortemId, table.threadId)],
);

/** What was published, as it was on that day. */
export const postmortemEditions = sqliteTable(
  "postmortem_editions",
  {
    id: integer().primaryKey(),
    postmortemId: postmortemId(),
    number: integer().notNull(),
    version: integer().notNull(), // of the revision that it was made of
    body: text().notNull(), // Markdown; live blocks have become what they showed
    sharedBody: text(), // what share links show of it; none until somebody shares it
    note: text(), // what changed since the edition before
    showsRoles: integer({ mode: "boolean" }).notNull().default(false),
    publishedBy: text().notNull(), // a user's name
    publishedAt: instant().notNull(),
  },
  (table) => [uniqueIndex("postmortem_editions_by_number").on(table.postmortemId, table.number)],
);

/** Which headings a new postmortem has, and what each is for. */
export const postmortemTemplates = sqliteTable("postmortem_templates", {
  id: integer().primaryKey(),
  name: text().notNull().unique(),
  sections:
    json<{ title: string; help: string; isRequired: boolean; source: string | null }[]>().notNull(),
  isDefault: integer({ mode: "boolean" }).notNull().default(false),
  updatedBy: text().notNull(), // a user's name
  updatedAt: instant().notNull(),
  version: version(),
});

/** What people decided about a contributing factor, which is named by its words. */
export const factorChoices = sqliteTable(
  "factor_choices",
  {
    id: integer().primaryKey(),
    incidentId: incidentId(),
    factor: text().notNull(),
    category: text(), // none: as proposed
    categoryBy: text(), // a user's name
    categoryAt: instant(),
    linkedBy: text(), // a user's name; none: the actions are as proposed, else factor_actions has them
    linkedAt: instant(),
    version: version(),
  },
  (table) => [uniqueIndex("factor_choices_by_factor").on(table.incidentId, table.factor)],
);

export const factorActions = sqliteTable(
  "factor_actions",
  {
    id: integer().primaryKey(),
    factorChoiceId: integer()
      .notNull()
      .references(() => factorChoices.id, { onDelete: "cascade" }),
    actionItemId: integer()
      .notNull()
      .references(() => actionItems.id, { onDelete: "cascade" }),
  },
  (table) => [
    uniqueIndex("factor_actions_by_choice").on(table.factorChoiceId, table.actionItemId),
    index("factor_actions_by_action").on(table.actionItemId),
  ],
);

/** A question of "why" asked again and again of what went wrong. */
export const whyChains = sqliteTable(
  "why_chains",
  {
    id: integer().primaryKey(),
    incidentId: incidentId(),
    problem: text().notNull(),
    answers: json<string[]>().notNull(), // the first says why the problem, each next why the one before
    updatedBy: text().notNull(), // a user's name
    updatedAt: instant().notNull(),
    version: version(),
  },
  (table) => [index("why_chains_by_incident").on(table.incidentId)],
);
