import { loadSecrets, type AuditKey } from "@/lib/auth/secrets";
import { env } from "@/lib/env";

declare global {
  var musterAuditKeys: AuditKey[] | undefined;
}

/** The keys of the audit record's chain, oldest first; a test may put others in place. */
export const auditKeys = (): AuditKey[] =>
  globalThis.musterAuditKeys ?? loadSecrets(env().dataDir).auditKeys;

/** The key with which new entries are signed. */
export function signingKey(): AuditKey {
  const key = auditKeys().at(-1);
  if (!key) throw new Error("There is no key for the audit record.");
  return key;
}
