import type { AuditKey } from "@/lib/auth/secrets";
import { sign, START, type AuditRow, type Signed } from "./chain";
import { verifyChain, type Head, type Verdict } from "./verify";

/** Where the record goes on from, once all up to an entry went into a file. */
export type Checkpoint = Head & { entries: number; file: string; sha256: string; at: number };
export type SealedCheckpoint = Checkpoint & { keyId: string; seal: string };

export const sealCheckpoint = (checkpoint: Checkpoint, key: AuditKey): SealedCheckpoint => ({
  ...checkpoint,
  keyId: key.id,
  seal: sealOf(checkpoint, key),
});

const sealOf = (
  { id, hash, entries, file, sha256, at }: Checkpoint,
  { id: keyId, key }: AuditKey,
) => sign(key, JSON.stringify(["checkpoint", keyId, id, hash, entries, file, sha256, at]));

type Known = {
  keys: readonly AuditKey[];
  checkpoints: readonly SealedCheckpoint[];
  heads?: ReadonlyMap<number, string>;
};

/** Follows the chain from its newest checkpoint, which must be one that the portal made. */
export function verifyRecord(
  rowsAfter: (id: number) => Iterable<Signed<AuditRow>>,
  { keys, checkpoints, heads = new Map() }: Known,
): Verdict {
  const forged = checkpoints.find((each) => !isSealed(each, keys, heads));
  if (forged) {
    const { id } = forged;
    const says = `The checkpoint at entry ${id} is not as Muster made it.`;
    return { entries: 0, head: { id: 0, hash: START }, fault: { is: "changed", id, says } };
  }
  const after = checkpoints.reduce<Head>(
    (last, each) => (each.id > last.id ? { id: each.id, hash: each.hash } : last),
    { id: 0, hash: START },
  );
  return verifyChain(rowsAfter(after.id), { keys, after, heads });
}

function isSealed(
  checkpoint: SealedCheckpoint,
  keys: readonly AuditKey[],
  heads: ReadonlyMap<number, string>,
): boolean {
  const key = keys.find(({ id }) => id === checkpoint.keyId);
  const kept = heads.get(checkpoint.id) ?? checkpoint.hash;
  return (
    key !== undefined && sealOf(checkpoint, key) === checkpoint.seal && kept === checkpoint.hash
  );
}
