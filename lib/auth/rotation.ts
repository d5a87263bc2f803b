import { makeSecret, type SecretKey, type Secrets } from "@/lib/auth/secrets";

/**
 * Secrets in which everything that signs or seals from now on is new. What is there already can still be checked
 * and opened with the older keys.
 */
export const withNewKeys = (secrets: Secrets): Secrets => ({
  ...secrets,
  authSecret: makeSecret(),
  auditKeys: [...secrets.auditKeys, keyAfter(secrets.auditKeys)],
  sealKeys: [...secrets.sealKeys, keyAfter(secrets.sealKeys)],
});

/** Secrets without the older keys that open nothing any more. Those of the audit record check its older entries. */
export const withoutOldSeals = (secrets: Secrets, used: ReadonlySet<string>): Secrets => ({
  ...secrets,
  sealKeys: secrets.sealKeys.filter(
    ({ id }, place, { length }) => place === length - 1 || used.has(id),
  ),
});

/** A new key, whose number none of the others has. */
function keyAfter(keys: SecretKey[]): SecretKey {
  const last = Math.max(0, ...keys.map(({ id }) => Number(id) || 0));
  return { id: String(last + 1), key: makeSecret() };
}
