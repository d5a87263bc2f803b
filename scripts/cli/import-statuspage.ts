import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { previewTaking, takeSite, type Taking } from "@/db/mutations/taken-site";
import type { Counts } from "@/db/mutations/taken";
import { components } from "@/db/schema";
import { readSiteFiles, type GivenFile, type ReadSite } from "@/lib/statuspage-import/read";
import { whyUnreadable, type Io } from "./records";

const USAGE = "Usage: muster import-statuspage FILE… [--dry-run]";
const ACTOR = "command line";

/** Takes over a page that was at Statuspage, from answers of its API in files or folders of them. */
export async function runImportStatuspage(args: string[], { out, err, cwd }: Io): Promise<number> {
  const options = { "dry-run": { type: "boolean" } } as const;
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
  if (positionals.length === 0) {
    err(USAGE);
    return 2;
  }
  const read = readAll(positionals, cwd);
  if (!read.ok) {
    for (const problem of read.problems) err(problem);
    err("Nothing was written.");
    return 1;
  }
  const isDry = values["dry-run"] === true;
  out(`Page ${read.site.page.name}, from ${inWords(read.read.length, "file")}:`);
  for (const line of linesOf((isDry ? previewTaking : takeSite)(ACTOR, read.site))) out(line);
  for (const note of read.notes) out(note);
  if (hasDemo()) out("The demo's components are on the page as well: muster demo remove");
  if (isDry) out("This was a dry run: nothing was written.");
  return 0;
}

function readAll(names: string[], cwd: string): ReadSite {
  const files: GivenFile[] = [];
  for (const name of names) {
    try {
      files.push(...filesAt(name, resolve(cwd, name)));
    } catch (error) {
      const reason = whyUnreadable(error);
      if (reason === undefined) throw error;
      return { ok: false, problems: [`${name}: ${reason}`] };
    }
  }
  return readSiteFiles(files);
}

function filesAt(name: string, path: string): GivenFile[] {
  if (!statSync(path).isDirectory()) return [{ name, content: readFileSync(path), isNamed: true }];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".json"))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()
    .map((file) => ({ name: file, content: readFileSync(file), isNamed: false }));
}

const linesOf = ({ isPageTaken, components: parts, incidents, maintenances }: Taking) => [
  isPageTaken
    ? "  name, zone and id: taken over"
    : "  name, zone and id: kept, as they were set here already",
  `  components: ${countsInWords(parts)}`,
  `  incidents: ${countsInWords(incidents)}`,
  `  maintenance: ${countsInWords(maintenances)}`,
];

const countsInWords = ({ created, changed, unchanged, kept }: Counts): string =>
  [
    `${created} created`,
    `${changed} changed`,
    `${unchanged} unchanged`,
    ...(kept > 0 ? [`${kept} kept, as they were changed here later`] : []),
  ].join(", ");

const inWords = (count: number, noun: string) => `${count} ${noun}${count === 1 ? "" : "s"}`;

const hasDemo = (): boolean =>
  db().select({ id: components.id }).from(components).where(eq(components.isDemo, true)).get() !==
  undefined;
