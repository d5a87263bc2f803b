import { headOfChain } from "@/db/queries/audit-rows";
import { headsFile } from "@/lib/audit/heads";
import { headKeeper } from "@/lib/audit/kept-head";
import { signingKey } from "@/lib/auth/audit-keys";
import { env } from "@/lib/env";
import { every, type End } from "@/lib/outbox/every";

declare global {
  var musterAuditHeads: { end: End } | undefined;
}

const KEEP_EVERY = 60_000;

/** Writes the audit record's head outside of the database: once a minute where it moved, and at the end. */
export function startAuditHeads(): void {
  if (globalThis.musterAuditHeads) return;
  const keep = headKeeper(headsFile(env().dataDir), headOfChain, signingKey);
  const end = every(KEEP_EVERY, () => keep(Date.now()));
  globalThis.musterAuditHeads = {
    end: async () => {
      await end();
      keep(Date.now());
    },
  };
}
