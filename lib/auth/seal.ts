import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";
import { loadSecrets, type SecretKey } from "@/lib/auth/secrets";
import { env } from "@/lib/env";

declare global {
  var musterSealKeys: SecretKey[] | undefined;
}

const CIPHER = "aes-256-gcm";

/** The keys of what the database keeps sealed, oldest first; a test may put others in place. */
export const sealKeys = (): SecretKey[] =>
  globalThis.musterSealKeys ?? loadSecrets(env().dataDir).sealKeys;

/** Makes a text unreadable without a key that is outside of the database; `context` says what it is of. */
export function seal(text: string, context: string, key = newest()): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv(CIPHER, keyFor(key, "sealing"), nonce).setAAD(Buffer.from(context));
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  const parts = [nonce, sealed, cipher.getAuthTag()];
  return [key.id, ...parts.map((part) => part.toString("base64url"))].join(".");
}

/** The text again; throws where it was sealed for something else, or its key is gone. */
export function unseal(sealed: string, context: string): string {
  const [id, nonce = "", text = "", tag = ""] = sealed.split(".");
  const key = sealKeys().find((each) => each.id === id);
  if (!key) throw new Error(`The key ${id} of something sealed is missing from secrets.json.`);
  const decipher = createDecipheriv(CIPHER, keyFor(key, "sealing"), bytesOf(nonce), {
    authTagLength: 16,
  });
  decipher.setAAD(Buffer.from(context)).setAuthTag(bytesOf(tag));
  return Buffer.concat([decipher.update(bytesOf(text)), decipher.final()]).toString("utf8");
}

/** Which key something was sealed with. */
export const keyIdOf = (sealed: string) => sealed.slice(0, sealed.indexOf("."));

/** What follows from a text and each of the keys, the newest first: nobody without a key can tell it. */
export const derivedFrom = (text: string, use: string): string[] =>
  sealKeys()
    .toReversed()
    .map((key) => createHmac("sha256", keyFor(key, use)).update(text).digest("base64url"));

function newest(): SecretKey {
  const key = sealKeys().at(-1);
  if (!key) throw new Error("There is no key to seal with.");
  return key;
}

const bytesOf = (text: string) => Buffer.from(text, "base64url");

const keyFor = ({ key }: SecretKey, use: string) =>
  Buffer.from(hkdfSync("sha256", key, "", `muster ${use}`, 32));
