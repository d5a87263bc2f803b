// What drizzle-kit leaves out of the migration that it has just generated: STRICT on each table, and what a
// column that is added to a table does when the row it refers to is deleted.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";

const folder = new URL("../db/migrations/", import.meta.url);
const name = readdirSync(folder)
  .filter((file) => file.endsWith(".sql"))
  .toSorted()
  .at(-1);
const file = new URL(name, folder);
const snapshot = new URL(`meta/${name.slice(0, 4)}_snapshot.json`, folder);
const { tables } = JSON.parse(readFileSync(snapshot, "utf8"));

const ADDED = /^(ALTER TABLE `(\w+)` ADD `(\w+)` \w+ REFERENCES \w+\(\w+\));/gm;

function onDelete(table, column) {
  const keys = Object.values(tables[table].foreignKeys);
  const key = keys.find(({ columnsFrom }) => columnsFrom.includes(column));
  return key.onDelete === "no action" ? "" : ` ON DELETE ${key.onDelete}`;
}

const sql = readFileSync(file, "utf8")
  .replace(/^\);$/gm, ") STRICT;")
  .replace(ADDED, (_, statement, table, column) => `${statement}${onDelete(table, column)};`);
writeFileSync(file, sql);
