import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { incidents, publicUpdates } from "@/db/schema";
import { runAnalyze } from "@/scripts/cli/analyze";
import { runExport } from "@/scripts/cli/export";
import { runImport } from "@/scripts/cli/import";
import { localPortal } from "@/scripts/cli/local-portal";
import type { Portal } from "@/scripts/cli/portal";
import type { Io } from "@/scripts/cli/records";
import { freshDatabase } from "../support/database";
import { makeRecord, sampleRecord } from "../support/make";

freshDatabase();

let cwd = "";
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), "muster-cli-"));
  write("sample.json", sampleRecord());
});
afterEach(() => rmSync(cwd, { recursive: true }));

const write = (name: string, value: unknown) =>
  writeFileSync(join(cwd, name), typeof value === "string" ? value : JSON.stringify(value));

type Command = (args: string[], io: Io, portal: Portal) => Promise<number>;

async function run(command: Command, ...args: string[]) {
  const [out, err]: [string[], string[]] = [[], []];
  const io = { out: (line: string) => out.push(line), err: (line: string) => err.push(line), cwd };
  return { code: await command(args, io, localPortal), out, err };
}

describe("muster import", () => {
  test("imports files, a line each, and publishes nothing", async () => {
    write("small.json", makeRecord());
    expect(await run(runImport, "sample.json", "small.json")).toEqual({
      code: 0,
      out: [
        "INC-2024-0142 created: 18 events, 5 communications, 5 action items",
        "INC-2026-0001 created: 0 events, 0 communications, 0 action items",
      ],
      err: [],
    });
    expect(db().select().from(publicUpdates).all()).toEqual([]);
    expect((await run(runImport, "sample.json")).out[0]).toContain("INC-2024-0142 unchanged");
  });

  test("publishes the status-page messages when told", async () => {
    const { out } = await run(runImport, "sample.json", "--publish");
    expect(out[0]).toContain("published 4 messages");
  });

  test("says what is wrong and imports the other files", async () => {
    write("bad.json", { incident: { ...makeRecord().incident, severity: "SEV9" } });
    expect(await run(runImport, "bad.json", "none.json", ".", "sample.json")).toEqual({
      code: 1,
      out: ["INC-2024-0142 created: 18 events, 5 communications, 5 action items"],
      err: [
        'bad.json: incident.severity: "SEV9" is not one of SEV1, SEV2, SEV3, SEV4',
        "none.json: There is no such file.",
        ".: This is a folder, not a file.",
      ],
    });
    expect(db().select().from(incidents).all()).toHaveLength(1);
  });

  test("replaces what differs only when told", async () => {
    await run(runImport, "sample.json");
    const record = sampleRecord();
    record.incident.title = "Payments";
    write("sample.json", record);
    expect(await run(runImport, "sample.json")).toEqual({
      code: 1,
      out: [],
      err: [
        "sample.json: INC-2024-0142 is stored with other content. Nothing changed.",
        '  incident.title: "Payment Service Degradation" → "Payments"',
        "  Take it over with --replace; what people wrote in the portal stays.",
      ],
    });
    const { code, out } = await run(runImport, "sample.json", "--replace");
    expect([code, out[0]]).toEqual([0, expect.stringContaining("INC-2024-0142 replaced")]);
  });

  test("explains itself without files", async () => {
    expect(await run(runImport)).toMatchObject({
      code: 2,
      err: [expect.stringContaining("Usage")],
    });
  });
});

describe("muster export", () => {
  test("prints the record", async () => {
    await run(runImport, "sample.json");
    const { code, out } = await run(runExport, "INC-2024-0142");
    expect(code).toBe(0);
    expect(out[0]).toBe(JSON.stringify(sampleRecord(), null, 2));
  });

  test("writes a file that only its owner can read", async () => {
    await run(runImport, "sample.json");
    expect(await run(runExport, "INC-2024-0142", "--out", "copy.json")).toMatchObject({ code: 0 });
    expect(JSON.parse(readFileSync(join(cwd, "copy.json"), "utf8"))).toEqual(sampleRecord());
    expect(statSync(join(cwd, "copy.json")).mode & 0o777).toBe(0o600);
  });

  test("says so when there is no such incident", async () => {
    await expect(run(runExport, "INC-1")).rejects.toThrow("There is no incident INC-1.");
    expect((await run(runExport)).code).toBe(2);
  });
});

describe("muster analyze", () => {
  test("prints one file's analysis indented, and several as a document per line", async () => {
    const one = await run(runAnalyze, "sample.json");
    expect(one.code).toBe(0);
    expect(JSON.parse(one.out[0] ?? "")).toMatchObject({
      severity: { declared: "SEV1", computed: "SEV2", score: 0.707 },
    });
    expect(one.out[0]).toContain("\n");
    const two = await run(runAnalyze, "sample.json", "sample.json");
    expect(two.out).toHaveLength(2);
    expect(two.out[0]).not.toContain("\n");
  });

  test("takes a record whose sections are null", async () => {
    const sections = ["events", "communications", "impact", "signals", "context", "resolution"];
    const nulls = Object.fromEntries(
      [...sections, "action_items", "participants"].map((name) => [name, null]),
    );
    write("nulls.json", { ...makeRecord(), ...nulls });
    expect(await run(runAnalyze, "nulls.json")).toMatchObject({ code: 0, err: [] });
  });

  test("refuses a record with its problems", async () => {
    write("bad.json", "[]");
    expect(await run(runAnalyze, "bad.json")).toEqual({
      code: 1,
      out: [],
      err: ["bad.json: record: a list is not an object"],
    });
    expect((await run(runAnalyze)).code).toBe(2);
  });
});
