// drizzle-kit cannot write STRICT: this adds it to each table of the migrations it has just generated.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";

const folder = new URL("../db/migrations/", import.meta.url);
for (const name of readdirSync(folder).filter((file) => file.endsWith(".sql"))) {
  const file = new URL(name, folder);
  const sql = readFileSync(file, "utf8");
  writeFileSync(file, sql.replace(/^\);$/gm, ") STRICT;"));
}
