import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { bytesOf, TYPES, type SiteFile } from "./file";

/** What an export holds besides files that a reader asks for: a list of these. */
const KEPT = "muster-export.json";

/** A file of an export: what readers ask for, where it is, and what it is to be served as. */
export type Exported = Pick<SiteFile, "path" | "type" | "kind" | "status"> & { file: string };

/** A file of the site as bytes. */
export type WholeFile = Pick<SiteFile, "path" | "type" | "kind" | "status"> & { bytes: Uint8Array };

/** The last of its files are pages, and the very last the page itself: by then all that they link to is there. */
const ORDER: SiteFile["kind"][] = ["asset", "data", "page"];

/**
 * Where a file of the site is in a folder that any web server can serve: a page `history` is `history.html`, the
 * page itself `index.html`, `history.atom?kind=incident` is `history.kind=incident.atom`, and what says that a page
 * is gone lies apart.
 */
export function placeOf({
  path,
  type,
  status,
}: Pick<SiteFile, "path" | "type" | "status">): string {
  if (path === "") return "index.html";
  const [name = "", query] = path.split("?");
  if (status === 410) return `gone/${name}.html`;
  if (type === TYPES.html) return `${name}.html`;
  return query === undefined ? name : name.replace(/\.[^.]*$/, `.${query}$&`);
}

/** Brings a folder to these files, and removes what an earlier export left. Gives how many files changed. */
export function writeFiles(folder: string, files: SiteFile[]): number {
  const paths = new Set(files.map(({ path }) => path));
  const removed = listIn(folder).flatMap(({ path }) => (paths.has(path) ? [] : [path]));
  const changed = files.map((file) => ({ ...file, bytes: bytesOf(file) }));
  return changeFiles(folder, { changed, removed });
}

/**
 * Changes an export: each file is replaced as a whole, and nothing else in the folder is touched. Whatever stops it
 * halfway, the next time goes on. Gives how many files changed.
 */
export function changeFiles(
  folder: string,
  { changed, removed }: { changed: WholeFile[]; removed: string[] },
): number {
  const before = new Map(listIn(folder).map((one) => [one.path, one]));
  const next = new Map(before);
  for (const path of removed) next.delete(path);
  for (const { path, type, kind, status } of changed) {
    next.set(path, { path, file: placeOf({ path, type, status }), type, kind, status });
  }
  keepList(folder, [...before.values(), ...next.values()]);
  let count = 0;
  for (const { path, bytes } of inOrder(changed)) {
    const file = join(folder, next.get(path)?.file ?? "");
    if (bytesIn(file)?.equals(bytes)) continue;
    replace(file, bytes);
    count += 1;
  }
  const places = new Set([...next.values()].map(({ file }) => file));
  for (const { file } of before.values()) {
    if (places.has(file)) continue;
    rmSync(join(folder, file), { force: true });
    count += 1;
  }
  keepList(folder, [...next.values()]);
  return count;
}

const inOrder = (files: WholeFile[]) =>
  files.toSorted(
    (a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || b.path.length - a.path.length,
  );

/** What an earlier export left; throws where the folder holds something else. */
function listIn(folder: string): Exported[] {
  mkdirSync(folder, { recursive: true });
  const listed = bytesIn(join(folder, KEPT))?.toString();
  if (listed === undefined) {
    if (readdirSync(folder).length > 0) {
      throw new Error(`${folder} is not empty and holds no earlier export. Choose another folder.`);
    }
    return [];
  }
  const files: unknown = JSON.parse(listed);
  if (!Array.isArray(files)) throw new Error(`${join(folder, KEPT)} is no list of files.`);
  const isWithin = ({ file }: Exported) =>
    typeof file === "string" && !relative(folder, join(folder, file)).startsWith("..");
  return files.filter(isWithin);
}

const keepList = (folder: string, files: Exported[]) =>
  replace(join(folder, KEPT), Buffer.from(`${JSON.stringify(files, null, 1)}\n`));

function bytesIn(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}

function replace(file: string, bytes: Uint8Array): void {
  mkdirSync(dirname(file), { recursive: true });
  try {
    writeFileSync(`${file}.new`, bytes);
    renameSync(`${file}.new`, file);
  } catch (error) {
    rmSync(`${file}.new`, { force: true });
    throw error;
  }
}
