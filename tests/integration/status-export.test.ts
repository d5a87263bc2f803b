import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { TYPES, type SiteFile } from "@/lib/status-page/file";
import { writeFiles } from "@/lib/status-page/write-files";

let folder = "";
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "muster-export-"))));
afterEach(() => rmSync(folder, { recursive: true }));

const page = (path: string, body: string): SiteFile => ({
  path,
  type: TYPES.html,
  kind: "page",
  body,
});
const data = (path: string, body: string): SiteFile => ({
  path,
  type: TYPES.json,
  kind: "data",
  body,
});
const read = (place: string) => readFileSync(join(folder, place), "utf8");

describe("an export of the public site", () => {
  test("has a place for each file that any web server finds", () => {
    const files = [
      page("", "home"),
      page("history", "past"),
      page("incidents/abc", "one"),
      data("api/v2/status.json", "{}"),
      data("history.atom?kind=incident", "no place"),
    ];
    expect(writeFiles(folder, files)).toBe(4);
    expect(read("index.html")).toBe("home");
    expect(read("history.html")).toBe("past");
    expect(read("incidents/abc.html")).toBe("one");
    expect(read("api/v2/status.json")).toBe("{}");
  });

  test("touches only what changed, and removes what is no more", () => {
    writeFiles(folder, [page("", "home"), page("history", "past")]);
    const before = statSync(join(folder, "index.html")).mtimeMs;
    writeFileSync(join(folder, "own.txt"), "not ours");

    expect(writeFiles(folder, [page("", "home")])).toBe(1);
    expect(statSync(join(folder, "index.html")).mtimeMs).toBe(before);
    expect(existsSync(join(folder, "history.html"))).toBe(false);
    expect(read("own.txt")).toBe("not ours");
  });

  test("goes into no folder that holds something else", () => {
    writeFileSync(join(folder, "index.html"), "somebody's page");
    expect(() => writeFiles(folder, [page("", "home")])).toThrow(/is not empty/);
    expect(read("index.html")).toBe("somebody's page");
  });

  test("removes nothing outside of its folder, whatever its list says", () => {
    const other = mkdtempSync(join(tmpdir(), "muster-other-"));
    writeFileSync(join(other, "file"), "kept");
    writeFileSync(
      join(folder, "muster-export.json"),
      JSON.stringify([`../${other.split("/").at(-1)}/file`]),
    );
    writeFiles(folder, [page("", "home")]);
    expect(existsSync(join(other, "file"))).toBe(true);
    rmSync(other, { recursive: true });
  });
});
