import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { recordAudit } from "@/db/mutations/audit";
import { auditSpan } from "@/db/queries/audit-span";
import { auditLog } from "@/db/schema";
import { verifyLines, writeLines } from "@/lib/audit/file";
import { linesOf } from "@/lib/audit/lines";
import { auditKeys, signingKey } from "@/lib/auth/audit-keys";
import { runAudit } from "@/scripts/cli/audit";
import { tamper, writeEntries } from "@/tests/support/audit";
import { freshDatabase } from "@/tests/support/database";

freshDatabase();

let cwd = "";
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), "muster-audit-"));
});
afterEach(() => rmSync(cwd, { recursive: true }));

const exported = (span = {}) => {
  const { after, rows } = auditSpan(span);
  return [...writeLines(rows, { after, key: signingKey(), now: 0 })];
};
const verdictOf = (lines: string[]) => verifyLines(lines, auditKeys());
const saysOf = (lines: string[]) => verdictOf(lines).fault?.says;

async function audit(...args: string[]) {
  const [out, err]: [string[], string[]] = [[], []];
  const io = { out: (line: string) => out.push(line), err: (line: string) => err.push(line), cwd };
  return { code: await runAudit(args, io), out, err };
}

describe("an export of the audit record", () => {
  test("is whole as it was written", () => {
    writeEntries(3);
    expect(verdictOf(exported())).toMatchObject({ entries: 3, head: { id: 3 } });
    expect(verdictOf(exported()).fault).toBeUndefined();
  });

  test("of no entries is whole too", () => {
    expect(verdictOf(exported()).fault).toBeUndefined();
  });

  test("is found to be changed wherever one byte is another", () => {
    writeEntries(2);
    const text = `${exported().join("\n")}\n`;
    const file = join(cwd, "audit.jsonl");
    const bytes = Buffer.from(text);
    for (let place = 0; place < bytes.length - 1; place += 1) {
      const changed = Buffer.from(bytes);
      changed[place] = (bytes[place] ?? 0) ^ 1;
      writeFileSync(file, changed);
      expect(verdictOf([...linesOf(file)]).fault, `byte ${place}`).toBeDefined();
    }
  });

  test("is found where a word of one entry is another, which is named", () => {
    writeEntries(4);
    const lines = exported().map((line) => line.replace("object 3", "object 9"));
    expect(verdictOf(lines).fault).toMatchObject({ is: "changed", id: 3 });
  });

  test("is found where a line is missing, twice there, or in another's place", () => {
    writeEntries(4);
    const lines = exported();
    const [start = "", one = "", two = "", three = "", ...rest] = lines;

    expect(saysOf([start, one, three, ...rest])).toBe("Entry 2 is missing.");
    expect(saysOf([start, one, one, two, three, ...rest])).toBe(
      "Entry 1 stands in the place of another: entry 2 belongs before it.",
    );
    expect(saysOf([start, one, three, two, ...rest])).toBe(
      "Entry 3 stands in the place of another: entry 2 belongs before it.",
    );
    expect(saysOf([one, two, three, ...rest])).toBe("The file does not begin as an export does.");
  });

  test("is found where its end was cut, also where the last line was put back", () => {
    writeEntries(4);
    const lines = exported();
    const end = lines.at(-1) ?? "";

    expect(saysOf(lines.slice(0, -1))).toBe("The end is missing: the file stops after entry 4.");
    expect(saysOf([...lines.slice(0, -2), end])).toBe(
      "The end is missing: the file stops at entry 3, and held all up to 4.",
    );
    const { seal } = JSON.parse(end) as { seal: string };
    const { hash } = JSON.parse(lines[3] ?? "") as { hash: string };
    const forged = { end: { id: 3, hash }, entries: 3, at: new Date(0).toISOString() };
    expect(
      saysOf([...lines.slice(0, -2), JSON.stringify({ ...forged, keyId: "test", seal })]),
    ).toBe("The last line, which says what the file holds, was changed.");
    expect(saysOf([...lines, lines[1] ?? ""])).toBe("Line 7 stands after the end.");
  });

  test("of a span goes on from the entry before it", () => {
    for (const at of [1000, 2000, 3000, 4000]) {
      writeEntries(1);
      tamper(`update audit_log set at = ${at}, hash = null where id = ${at / 1000}`);
    }
    tamper("update audit_log set hash = null");
    recordAudit("Ada", "a:b", "c");

    const lines = exported({ since: 2000, until: 4000 });
    expect(lines).toHaveLength(4);
    expect(verdictOf(lines)).toMatchObject({ entries: 2, head: { id: 3 } });
    expect(verdictOf(lines).fault).toBeUndefined();
    expect(verdictOf(exported({ since: Date.now() + 60_000 }))).toMatchObject({ entries: 0 });
  });
});

describe("muster audit", () => {
  test("says that the record is as it was written", async () => {
    writeEntries(2);
    const { code, out } = await audit("verify");
    expect(code).toBe(0);
    expect(out).toEqual([
      expect.stringMatching(
        /^2 entries are as written\. The newest is 2, its hash [0-9a-f]{64}\.$/,
      ),
    ]);
  });

  test("names the first entry that is not", async () => {
    writeEntries(4);
    tamper("update audit_log set actor = 'Eve' where id = 3");
    expect(await audit("verify")).toEqual({
      code: 1,
      out: [],
      err: [
        "Entry 3 is not as it was written.",
        "The 2 entries before it are as they were written.",
      ],
    });
  });

  test("exports a file that it can verify, and writes down that it did", async () => {
    writeEntries(2);
    expect((await audit("export", "--out", "audit.jsonl")).code).toBe(0);
    expect(await audit("verify", "audit.jsonl")).toMatchObject({ code: 0, err: [] });
    expect(readFileSync(join(cwd, "audit.jsonl"), "utf8").split("\n")).toHaveLength(6);
    expect(db().select().from(auditLog).all().at(-1)).toMatchObject({
      ...{ kind: "reading", actor: "command line", action: "audit:export" },
    });
  });

  test("prints the same without a file, of the days that are asked for", async () => {
    writeEntries(2);
    const { out } = await audit("export", "--since", "2020-01-01", "--until", "2100-01-01");
    expect(verdictOf(out)).toMatchObject({ entries: 3 });
  });

  test("says what it does not understand", async () => {
    expect((await audit()).code).toBe(2);
    expect((await audit("verify", "a", "b")).code).toBe(2);
    await expect(audit("verify", "none.jsonl")).rejects.toThrow("There is no such file.");
    await expect(audit("export", "--since", "soon")).rejects.toThrow("“soon” is not a day");
  });
});
