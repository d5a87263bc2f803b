import { getTableName, is, type Table } from "drizzle-orm";
import { toSnakeCase } from "drizzle-orm/casing";
import { getTableConfig, SQLiteTable, type SQLiteColumn } from "drizzle-orm/sqlite-core";
import { Doc } from "yjs";
import { db } from "@/db/client";
import * as schema from "@/db/schema";
import { changeTo } from "@/lib/postmortem-text/change";

export const NOW = Date.UTC(2026, 4, 5, 12);

/** Any canary, whoever planted it and wherever it sits. */
const CANARY = /canary-[a-z]+-\w+-\w+/gi;

const tables = Object.values(schema).filter((each) => is(each, SQLiteTable));

/** Texts that outsiders do read: these columns' canaries must be met outside. */
export const PUBLIC = [
  "components.name",
  "components.description",
  "maintenances.title",
  "maintenance_updates.body",
  "public_incidents.title",
  "public_updates.body",
  "public_postmortems.body",
  "public_postmortems.note",
  "status_page.name",
  "status_page.about",
  "status_page.support_url",
  "status_page.copy_url",
];

/** Columns of words that are no free text: what stands in them has a form, and whoever reads them relies on it. */
const FORMS: Record<string, (world: string) => string | Buffer> = {
  "components.public_id": publicIdOf("c"),
  "components.start_date": () => "2026-01-01",
  "maintenances.public_id": publicIdOf("m"),
  "maintenance_updates.public_id": publicIdOf("w"),
  "postmortem_updates.data": (world) => liveText(canaryOf(world, "postmortem_updates", "data")),
  "public_incidents.public_id": publicIdOf("i"),
  "public_incidents.status": () => "resolved",
  "public_updates.public_id": publicIdOf("u"),
  "public_updates.status": () => "resolved",
  "public_postmortems.public_id": publicIdOf("r"),
  "status_page.public_id": publicIdOf("p"),
  "status_page.support_url": urlOf("support_url"),
  "status_page.copy_url": urlOf("copy_url"),
  "status_page.zone": () => "Europe/Berlin",
  "teams.working_days": () => "[1,2,3,4,5]",
  "teams.zone": () => "Europe/Berlin",
};

/** JSON of some shape; all other JSON is an object with a canary in it. */
const LISTS = ["incidents.affected_services", "maintenance_templates.component_ids"];

export const canaryOf = (world: string, table: string, column: string) =>
  `canary-${world}-${table}-${column}`;

/** What live editing keeps of a text. */
const liveText = (text: string): Buffer => Buffer.from(changeTo(new Doc(), text));

function urlOf(column: string) {
  return (world: string) => `https://example.com/${canaryOf(world, "status_page", column)}`;
}

function publicIdOf(letter: string) {
  return (world: string) => `${letter}${world}${"0".repeat(12)}`.slice(0, 12);
}

/** What a world has that is not as in others: values by `table.column`; tables in which it has no row. */
export type World = {
  name: string;
  values?: Record<string, unknown>;
  without?: string[];
};

/**
 * Puts a row into every table, each pointing at the others of its world, with a canary in each column of free text
 * or JSON. Tables and columns are read off the schema, so that a new one has its canary at once.
 */
export function plant(world: World): Map<string, Id> {
  const ids = new Map<string, Id>();
  for (const table of inOrder()) {
    const name = getTableName(table);
    if (!world.without?.includes(name)) ids.set(name, plantRow(table, world, ids));
  }
  return ids;
}

/** How others refer to a row: most by its number, sessions by their name. */
type Id = number | string;

function plantRow(table: SQLiteTable, world: World, ids: Map<string, Id>): Id {
  const name = getTableName(table);
  const references = referencesOf(table);
  const values = columnsOf(table).flatMap((column) => {
    const value = valueOf(column, name, world, references.get(column.name), ids);
    return value === undefined ? [] : [[nameOf(column), value] as const];
  });
  const { $client } = db();
  if (name === "status_page") {
    const sets = values.map(([column]) => `"${column}" = ?`).join(", ");
    $client.prepare(`update status_page set ${sets}`).run(...values.map(([, value]) => value));
    return 1;
  }
  const columns = values.map(([column]) => `"${column}"`).join(", ");
  const places = values.map(() => "?").join(", ");
  const { lastInsertRowid } = $client
    .prepare(`insert into "${name}" (${columns}) values (${places})`)
    .run(...values.map(([, value]) => value));
  const key = columnsOf(table).find((column) => column.primary);
  const named = values.find(([column]) => key && column === nameOf(key))?.[1];
  return typeof named === "string" ? named : Number(lastInsertRowid);
}

function valueOf(
  column: SQLiteColumn,
  table: string,
  { name: world, values = {} }: World,
  refersTo: string | undefined,
  ids: Map<string, Id>,
): unknown {
  const path = `${table}.${nameOf(column)}`;
  if (path in values) return values[path];
  if (refersTo !== undefined) return ids.get(refersTo);
  if (path in FORMS) return FORMS[path]?.(world);
  if (column.enumValues) return column.enumValues[0];
  const canary = canaryOf(world, table, nameOf(column));
  if (column.columnType === "SQLiteText") return canary;
  if (isJson(column)) return JSON.stringify(LISTS.includes(path) ? [canary] : { [canary]: canary });
  if (column.getSQLType() === "blob") return Buffer.from(canary);
  if (!column.notNull || (column.primary && column.getSQLType() === "integer")) return undefined;
  if (column.hasDefault && column.columnType !== "SQLiteInteger") return undefined;
  return nameOf(column).endsWith("_at") ? NOW - 1000 : 1;
}

/** The columns that somebody writes. */
const columnsOf = (table: SQLiteTable): SQLiteColumn[] =>
  getTableConfig(table).columns.filter(({ generated }) => generated === undefined);

const nameOf = (column: SQLiteColumn): string => toSnakeCase(column.name);

const isJson = (column: SQLiteColumn) => column.columnType === "SQLiteCustomColumn";

/** Which table each of the columns refers to. */
function referencesOf(table: SQLiteTable): Map<string, string> {
  return new Map(
    getTableConfig(table).foreignKeys.flatMap((key) => {
      const { columns, foreignTable } = key.reference();
      return columns.map((column) => [column.name, getTableName(foreignTable)] as const);
    }),
  );
}

/** The tables, those first that others refer to. */
function inOrder(): SQLiteTable[] {
  const placed = new Set<Table>();
  const order: SQLiteTable[] = [];
  const place = (table: SQLiteTable) => {
    if (placed.has(table)) return;
    placed.add(table);
    for (const key of getTableConfig(table).foreignKeys) {
      const { foreignTable } = key.reference();
      if (is(foreignTable, SQLiteTable)) place(foreignTable);
    }
    order.push(table);
  };
  for (const table of tables) place(table);
  return order;
}

/** Every column that can hold words which somebody wrote, as `table.column`. */
export const wordColumns = (): string[] =>
  tables.flatMap((table) =>
    columnsOf(table)
      .filter((column) => !column.enumValues?.length && !referencesOf(table).has(column.name))
      .filter(
        (column) =>
          column.columnType === "SQLiteText" || isJson(column) || column.getSQLType() === "blob",
      )
      .map((column) => `${getTableName(table)}.${nameOf(column)}`),
  );

/** Those of them in which no canary of this world sits, nor anything of a form of its own. */
export function emptyColumns(world: string): string[] {
  return wordColumns().filter((path) => {
    const [table = "", column = ""] = path.split(".");
    const canary = canaryOf(world, table, column);
    if (FORMS[path]?.(world).includes(canary) === false) return false;
    const found = db()
      .$client.prepare(`select count(*) from "${table}" where instr("${column}", ?) > 0`)
      .pluck()
      .get(canary);
    return found === 0;
  });
}

/** The canaries in a text, each once; lines that calendars fold are read as one, and Markdown without escapes. */
export const canariesIn = (text: string): string[] => [
  ...new Set(
    (text.replaceAll(/\r?\n[ \t]|\\(?=_)/g, "").match(CANARY) ?? []).map((one) =>
      one.toLowerCase(),
    ),
  ),
];

/** Those that anybody may meet: public texts of what is public. */
export const openCanaries = (): Set<string> =>
  new Set(
    OPEN_WORLDS.flatMap(({ name, without = [] }) =>
      PUBLIC.map((path) => path.split("."))
        .filter(([table = ""]) => !without.includes(table))
        .map(([table = "", column = ""]) => canaryOf(name, table, column)),
    ),
  );

/** Those that nobody outside may meet. */
export function escapedFrom(text: string): string[] {
  const open = openCanaries();
  return canariesIn(text).filter((canary) => !open.has(canary));
}

const HOUR = 3_600_000;

/** Worlds of which outsiders know. */
export const OPEN_WORLDS: World[] = [
  {
    name: "open",
    values: {
      "public_incidents.resolved_at": NOW - 1000,
      "maintenances.scheduled_for": NOW + HOUR,
      "maintenances.scheduled_until": NOW + 2 * HOUR,
      "subscribers.state": "active",
      "outbox.state": "sent",
      "notices.component_state_id": null,
      "notices.maintenance_update_id": null,
      "notices.maintenance_id": null,
    },
  },
  {
    name: "going",
    without: ["status_page"], // of which there is one row
    values: {
      "public_incidents.status": "investigating",
      "public_updates.status": "investigating",
      "components.status": "partial_outage",
      "component_states.status": "partial_outage",
      "maintenances.status": "in_progress",
      "maintenance_updates.status": "in_progress",
      "maintenances.scheduled_for": NOW - HOUR,
      "maintenances.scheduled_until": NOW + HOUR,
      "subscribers.state": "active",
      "outbox.state": "sent",
      "notices.public_update_id": null,
      "notices.component_state_id": null,
      "notices.maintenance_id": null,
    },
  },
];

/** Planned work is always public, and so are components that are not archived. */
const WITHOUT = [
  "status_page",
  "maintenances",
  "maintenance_components",
  "maintenance_updates",
  "maintenance_update_components",
];
const ARCHIVED = { "components.archived_at": NOW, "outbox.state": "sent" };

/** Worlds of which outsiders know nothing: not even what was written for them. */
export const HIDDEN_WORLDS: World[] = [
  { name: "private", values: { ...ARCHIVED, "incidents.is_private": 1 }, without: WITHOUT },
  { name: "drill", values: { ...ARCHIVED, "incidents.is_drill": 1 }, without: WITHOUT },
  {
    name: "withdrawn",
    values: { ...ARCHIVED, "public_incidents.withdrawn_at": NOW },
    without: WITHOUT,
  },
  {
    name: "unsaid",
    values: ARCHIVED,
    without: [
      ...WITHOUT,
      "public_incidents",
      "public_updates",
      "public_update_components",
      "public_postmortems",
    ],
  },
];
