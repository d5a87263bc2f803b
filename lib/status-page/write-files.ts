import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { bytesOf, TYPES, type SiteFile } from "./file";

/** What an export holds besides files that a reader asks for. */
const KEPT = "muster-export.json";

/**
 * Where a file of the site is in a folder that any web server can serve: a page `history` is `history.html`, the
 * page itself `index.html`. Files that are asked for with a query, and what says that a page is gone, have no place
 * there.
 */
export function placeOf({ path, type, status }: SiteFile): string | undefined {
  if (path.includes("?") || status === 410) return undefined;
  if (path === "") return "index.html";
  return type === TYPES.html ? `${path}.html` : path;
}

/**
 * Brings a folder to these files: each is replaced as a whole, and what an earlier export left and is no more is
 * removed. Nothing else in the folder is touched. Gives how many files changed.
 */
export function writeFiles(folder: string, files: SiteFile[]): number {
  mkdirSync(folder, { recursive: true });
  const before = keptIn(folder);
  const places = new Map(
    files.flatMap((file) => {
      const place = placeOf(file);
      return place === undefined ? [] : [[place, bytesOf(file)] as const];
    }),
  );
  let changed = 0;
  for (const [place, body] of places) {
    if (bytesIn(join(folder, place))?.equals(body)) continue;
    replace(join(folder, place), body);
    changed += 1;
  }
  for (const place of before.filter((one) => !places.has(one))) {
    rmSync(join(folder, place), { force: true });
    changed += 1;
  }
  replace(join(folder, KEPT), JSON.stringify([...places.keys()]));
  return changed;
}

function keptIn(folder: string): string[] {
  const listed = bytesIn(join(folder, KEPT))?.toString();
  if (listed === undefined) {
    if (readdirSync(folder).length > 0) {
      throw new Error(`${folder} is not empty and holds no earlier export. Choose another folder.`);
    }
    return [];
  }
  const places: unknown = JSON.parse(listed);
  if (!Array.isArray(places)) throw new Error(`${join(folder, KEPT)} is no list of files.`);
  const isWithin = (place: unknown) =>
    typeof place === "string" && !relative(folder, join(folder, place)).startsWith("..");
  return places.filter(isWithin);
}

function bytesIn(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}

function replace(file: string, body: string | Buffer): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, body);
  renameSync(`${file}.new`, file);
}
