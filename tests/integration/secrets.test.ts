import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { loadSecrets } from "@/lib/auth/secrets";
import { passwordProblem } from "@/lib/domain/password";

let root = "";
const folder = () => join(root, "data");
const file = () => join(folder(), "secrets.json");
const modeOf = (path: string) => statSync(path).mode & 0o777;
const forget = () => globalThis.musterSecrets?.clear();

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "muster-secrets-"));
  forget();
});
afterEach(() => rmSync(root, { recursive: true }));

describe("loadSecrets", () => {
  test("makes them once and finds them again", () => {
    const made = loadSecrets(folder());
    forget();
    expect(loadSecrets(folder())).toEqual(made);
    expect(made.authSecret).toHaveLength(43);
    expect(passwordProblem(made.demoPassword)).toBeUndefined();
  });

  test("makes other ones in another folder", () => {
    expect(loadSecrets(folder())).not.toEqual(loadSecrets(join(root, "other")));
  });

  test("keeps them where nobody else can read, and leaves nothing beside them", () => {
    loadSecrets(folder());
    expect(modeOf(folder())).toBe(0o700);
    expect(modeOf(file())).toBe(0o600);
    expect(readdirSync(folder())).toEqual(["secrets.json"]);
  });

  test.each(["", "{", "{}", '{"authSecret":"short","demoPassword":"short"}'])(
    "does not go on with a damaged file: %s",
    (content) => {
      loadSecrets(folder());
      forget();
      writeFileSync(file(), content);
      expect(() => loadSecrets(folder())).toThrow(/secrets\.json is damaged/);
      expect(readFileSync(file(), "utf8")).toBe(content);
    },
  );

  test("adds to an older file the keys that it is missing, the same in every process", () => {
    const { authSecret, demoPassword } = loadSecrets(folder());
    const older = JSON.stringify({ authSecret, demoPassword });
    const read = () => {
      writeFileSync(file(), older);
      forget();
      return loadSecrets(folder());
    };

    const completed = read();
    expect(completed).toMatchObject({ authSecret, auditKeys: [{ id: "1" }] });
    expect(JSON.parse(readFileSync(file(), "utf8"))).toEqual(completed);
    expect(read()).toEqual(completed);
    expect(readdirSync(folder())).toEqual(["secrets.json"]);
  });

  test("adds keys that an older file does not have, the same ones each time", () => {
    const { authSecret, demoPassword } = loadSecrets(folder());
    const older = JSON.stringify({ authSecret, demoPassword });
    const completed = [0, 1].map(() => {
      writeFileSync(file(), older);
      forget();
      return loadSecrets(folder());
    });
    expect(completed[0]).toEqual(completed[1]);
    expect(completed[0]).toMatchObject({
      authSecret,
      auditKeys: [{ id: "1" }],
      sealKeys: [{ id: "1" }],
    });
    expect(JSON.parse(readFileSync(file(), "utf8"))).toEqual(completed[0]);
    expect(completed[0]?.sealKeys).not.toEqual(completed[0]?.auditKeys);
    expect(modeOf(file())).toBe(0o600);
  });

  test("says in one sentence that it cannot write", () => {
    writeFileSync(folder(), "a file, not a folder");
    expect(() => loadSecrets(folder())).toThrow(
      `Muster cannot write to its data folder ${folder()}.`,
    );
  });
});
