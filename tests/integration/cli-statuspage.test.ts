import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { addComponent } from "@/db/mutations/components";
import { publicIncidents } from "@/db/schema";
import { runImportStatuspage } from "@/scripts/cli/import-statuspage";
import { freshDatabase } from "../support/database";

freshDatabase();

let cwd = "";
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), "muster-statuspage-"));
  cpSync("tests/support/statuspage", cwd, { recursive: true });
});
afterEach(() => rmSync(cwd, { recursive: true }));

async function run(...args: string[]) {
  const [out, err]: [string[], string[]] = [[], []];
  const io = { out: (line: string) => out.push(line), err: (line: string) => err.push(line), cwd };
  return { code: await runImportStatuspage(args, io), out, err };
}

describe("muster import-statuspage", () => {
  test("takes over a folder of answers, and says what it did", async () => {
    writeFileSync(join(cwd, "harbor", "package.json"), '{ "name": "something else" }');
    expect(await run("harbor")).toEqual({
      code: 0,
      out: [
        "Page Harbor, from 3 files:",
        "  name, zone and id: taken over",
        "  components: 8 created, 0 changed, 0 unchanged",
        "  incidents: 3 created, 0 changed, 0 unchanged",
        "  maintenance: 2 created, 0 changed, 0 unchanged",
      ],
      err: [],
    });
  });

  test("reads files one by one, and writes nothing as a dry run", async () => {
    addComponent("test", { name: "Demo", isDemo: true });
    const { code, out } = await run("harbor/summary.json", "harbor/incidents.json", "--dry-run");
    expect(code).toBe(0);
    expect(out).toContain("  incidents: 3 created, 0 changed, 0 unchanged");
    expect(out.slice(-2)).toEqual([
      "The demo's components are on the page as well: muster demo remove",
      "This was a dry run: nothing was written.",
    ]);
    expect(db().select().from(publicIncidents).all()).toEqual([]);
  });

  test("writes nothing where anything is wrong", async () => {
    writeFileSync(join(cwd, "harbor", "broken.json"), "{");
    const { code, err } = await run("harbor");
    expect(code).toBe(1);
    expect(err[0]).toMatch(/broken\.json: The file is not valid JSON/);
    expect(err.at(-1)).toBe("Nothing was written.");
    expect((await run("nowhere.json")).err).toEqual([
      "nowhere.json: There is no such file.",
      "Nothing was written.",
    ]);
    expect(db().select().from(publicIncidents).all()).toEqual([]);
    expect((await run()).code).toBe(2);
  });
});
