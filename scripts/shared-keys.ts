import { headOfChain, listStoredRows } from "@/db/queries/audit-rows";
import { verifyChain } from "@/lib/audit/verify";
import { auditKeys } from "@/lib/auth/audit-keys";

/**
 * Throws where this machine has other secrets than those that share its database: it would sign everybody
 * out, and add to an audit record what the others cannot check.
 */
export function assertSharedKeys(dataDir: string): void {
  const rows = listStoredRows(headOfChain().id - 2, 2);
  const [newest, before] = rows.toReversed();
  const isFirst = newest?.id === 1;
  if (!newest || (!isFirst && !before?.hash)) return;
  const after = before?.hash ? { id: before.id, hash: before.hash } : undefined;
  if (!verifyChain([newest], { keys: auditKeys(), ...(after && { after }) }).fault) return;
  throw new Error(
    `secrets.json in ${dataDir} is not that of the machines that share this database. Copy theirs.`,
  );
}
