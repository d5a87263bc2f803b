import { headOfChain, listStoredRows } from "@/db/queries/audit-rows";
import { verifyChain } from "@/lib/audit/verify";
import { auditKeys } from "@/lib/auth/audit-keys";

/**
 * Throws where this machine has other secrets than those that share its database: it would sign everybody
 * out, and add to an audit record what the others cannot check.
 */
export function assertSharedKeys(dataDir: string): void {
  const [before, newest] = listStoredRows(headOfChain().id - 2, 2);
  if (!before?.hash || !newest) return;
  const after = { id: before.id, hash: before.hash };
  if (!verifyChain([newest], { keys: auditKeys(), after }).fault) return;
  throw new Error(
    `secrets.json in ${dataDir} is not that of the machines that share this database. Copy theirs.`,
  );
}
