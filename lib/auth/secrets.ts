import { hkdfSync, randomBytes, randomInt } from "node:crypto";
import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { parsedJson } from "@/lib/json";

const key = z.object({ id: z.string().min(1), key: z.string().min(32) });

const schema = z.object({
  authSecret: z.string().min(32),
  demoPassword: z.string().min(12),
  /** Of the audit record's chain: the last one signs, and all of them check. */
  auditKeys: z.array(key).min(1),
  /** Of what the database keeps sealed: the last one seals, and all of them open. */
  sealKeys: z.array(key).min(1),
});

/** Keys that came after the first secrets, and what theirs is derived for in an older file. */
const LATER = { auditKeys: "audit", sealKeys: "seal" } as const;

export type SecretKey = z.infer<typeof key>;
export type AuditKey = SecretKey;
export type Secrets = z.infer<typeof schema>;

declare global {
  var musterSecrets: Map<string, { stamp: string; secrets: Secrets }> | undefined;
}

const fileIn = (dataDir: string) => join(dataDir, "secrets.json");

/** This installation's secrets, made by the first call and read again when another process changed them. */
export function loadSecrets(dataDir: string): Secrets {
  const all = (globalThis.musterSecrets ??= new Map());
  const known = all.get(dataDir);
  const stamp = stampOf(fileIn(dataDir));
  if (known && (stamp === undefined || stamp === known.stamp)) return known.secrets;
  const secrets = readOrMake(dataDir);
  all.set(dataDir, { stamp: stampOf(fileIn(dataDir)) ?? "", secrets });
  return secrets;
}

/** Puts other secrets in place of those that are there, for every process at once. */
export function replaceSecrets(dataDir: string, secrets: Secrets): void {
  replaceFile(fileIn(dataDir), schema.parse(secrets));
}

/** Tells one state of a file from the next; nothing where there is none. */
function stampOf(file: string): string | undefined {
  const stats = existsSync(file) ? statSync(file, { throwIfNoEntry: false }) : undefined;
  return stats && `${stats.ino} ${stats.mtimeMs} ${stats.size}`;
}

function readOrMake(dataDir: string): Secrets {
  const file = fileIn(dataDir);
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    if (!existsSync(file)) writeOnce(file, makeSecrets());
    chmodSync(file, 0o600);
  } catch (cause) {
    throw new Error(`Muster cannot write to its data folder ${dataDir}.`, { cause });
  }
  const parsed = schema.safeParse(completed(file, parsedJson(readFileSync(file, "utf8"))));
  if (parsed.success) return parsed.data;
  throw new Error(
    `${file} is damaged. Restore it from a backup, or remove it: everyone then signs in again.`,
  );
}

/**
 * What secrets from before a new one was needed are missing is derived from the oldest of them, so that two
 * processes that start at once write the same.
 */
function completed(file: string, found: unknown): unknown {
  const older = schema.pick({ authSecret: true, demoPassword: true }).loose().safeParse(found);
  if (!older.success) return found;
  const { authSecret } = older.data;
  const missing = Object.entries(LATER).filter(([name]) => !(name in older.data));
  if (missing.length === 0) return found;
  const keys = missing.map(([name, use]) => [name, [{ id: "1", key: derived(authSecret, use) }]]);
  const whole = { ...older.data, ...Object.fromEntries(keys) };
  replaceFile(file, whole);
  return whole;
}

function replaceFile(file: string, secrets: object): void {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, textOf(secrets), { mode: 0o600, flush: true });
  renameSync(draft, file);
}

const derived = (secret: string, use: string) =>
  Buffer.from(hkdfSync("sha256", secret, "", `muster ${use}`, 32)).toString("base64url");

const textOf = (secrets: object) => `${JSON.stringify(secrets, null, 2)}\n`;

/** Linking a finished file fails where another process was first, and then its secrets stand. */
function writeOnce(file: string, secrets: Secrets): void {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, textOf(secrets), { mode: 0o600, flush: true });
  try {
    linkSync(draft, file);
  } catch (error) {
    if (!existsSync(file)) throw error;
  } finally {
    rmSync(draft);
  }
}

function makeSecrets(): Secrets {
  return {
    authSecret: makeSecret(),
    demoPassword: readablePassword(),
    auditKeys: [{ id: "1", key: makeSecret() }],
    sealKeys: [{ id: "1", key: makeSecret() }],
  };
}

/** 256 random bits, as the secrets hold them. */
export const makeSecret = () => randomBytes(32).toString("base64url");

/** Four groups of four letters and digits that cannot be mistaken for one another: about 79 bits. */
export function readablePassword(): string {
  const alphabet = "abcdefghjkmnpqrstuvwxyz23456789";
  const group = () =>
    Array.from({ length: 4 }, () => alphabet[randomInt(alphabet.length)]).join("");
  return Array.from({ length: 4 }, group).join("-");
}
