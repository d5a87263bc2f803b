import { randomBytes, randomInt } from "node:crypto";
import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { z } from "zod";

const schema = z.object({ authSecret: z.string().min(32), demoPassword: z.string().min(12) });

export type Secrets = z.infer<typeof schema>;

declare global {
  var musterSecrets: Map<string, Secrets> | undefined;
}

/** This installation's secrets, made by the first call and kept in the data folder. */
export function loadSecrets(dataDir: string): Secrets {
  const known = (globalThis.musterSecrets ??= new Map());
  const secrets = known.get(dataDir) ?? readOrMake(dataDir);
  known.set(dataDir, secrets);
  return secrets;
}

function readOrMake(dataDir: string): Secrets {
  const file = join(dataDir, "secrets.json");
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    if (!existsSync(file)) writeOnce(file, makeSecrets());
    chmodSync(file, 0o600);
  } catch (cause) {
    throw new Error(`Muster cannot write to its data folder ${dataDir}.`, { cause });
  }
  const parsed = schema.safeParse(jsonOf(readFileSync(file, "utf8")));
  if (parsed.success) return parsed.data;
  throw new Error(
    `${file} is damaged. Restore it from a backup, or remove it: everyone then signs in again.`,
  );
}

/** Linking a finished file fails where another process was first, and then its secrets stand. */
function writeOnce(file: string, secrets: Secrets): void {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600, flush: true });
  try {
    linkSync(draft, file);
  } catch (error) {
    if (!existsSync(file)) throw error;
  } finally {
    rmSync(draft);
  }
}

function makeSecrets(): Secrets {
  return { authSecret: randomBytes(32).toString("base64url"), demoPassword: readablePassword() };
}

/** Four groups of four letters and digits that cannot be mistaken for one another: about 79 bits. */
export function readablePassword(): string {
  const alphabet = "abcdefghjkmnpqrstuvwxyz23456789";
  const group = () =>
    Array.from({ length: 4 }, () => alphabet[randomInt(alphabet.length)]).join("");
  return Array.from({ length: 4 }, group).join("-");
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
