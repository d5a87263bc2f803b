import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
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
      data("history.atom?kind=incident", "incidents"),
      data("api/v2/incidents.json?page=2", "[]"),
      { ...page("incidents/old", "was here"), status: 410 },
    ];
    expect(writeFiles(folder, files)).toBe(files.length);
    expect(read("index.html")).toBe("home");
    expect(read("history.html")).toBe("past");
    expect(read("incidents/abc.html")).toBe("one");
    expect(read("api/v2/status.json")).toBe("{}");
    expect(read("history.kind=incident.atom")).toBe("incidents");
    expect(read("api/v2/incidents.page=2.json")).toBe("[]");
    expect(read("gone/incidents/old.html")).toBe("was here");
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
      JSON.stringify([{ path: "x", file: `../${other.split("/").at(-1)}/file` }]),
    );
    writeFiles(folder, [page("", "home")]);
    expect(existsSync(join(other, "file"))).toBe(true);
    rmSync(other, { recursive: true });
  });

  test("lists what each of its files is, for buckets that have to be told", () => {
    writeFiles(folder, [page("history", "past"), data("history.atom?kind=incident", "incidents")]);
    expect(JSON.parse(read("muster-export.json"))).toEqual([
      { path: "history", file: "history.html", type: TYPES.html, kind: "page" },
      {
        path: "history.atom?kind=incident",
        file: "history.kind=incident.atom",
        type: TYPES.json,
        kind: "data",
      },
    ]);
  });

  test("goes on after what stopped it halfway, and leaves no half of a file", () => {
    writeFiles(folder, [page("", "before"), page("history", "past")]);
    mkdirSync(join(folder, "incidents", "abc.html"), { recursive: true }); // in the way of a file
    const files = [page("", "after"), page("incidents/abc", "one")];
    expect(() => writeFiles(folder, files)).toThrow();
    expect(read("index.html")).toBe("before");
    expect(existsSync(join(folder, "incidents", "abc.html.new"))).toBe(false);

    rmSync(join(folder, "incidents", "abc.html"), { recursive: true });
    writeFiles(folder, files);
    expect(read("index.html")).toBe("after");
    expect(existsSync(join(folder, "history.html"))).toBe(false);
  });
});
