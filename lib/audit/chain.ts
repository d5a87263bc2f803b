import { createHmac } from "node:crypto";
import type { AuditKey } from "@/lib/auth/secrets";
import type { AuditKind } from "@/lib/domain/audit";

/** An entry as it is stored, its detail as text. */
export type AuditRow = {
  id: number;
  at: number;
  kind: AuditKind;
  actor: string;
  action: string;
  object: string;
  detail: string | null;
  incidentId: number | null;
  via: string | null;
  address: string | null;
  requestId: string | null;
};

export type Signed<T> = T & { keyId: string | null; hash: string | null };

/** What stands before the first entry. */
export const START = "";

/** The hash of an entry, which covers all of it and the hash of the entry before. */
export function chainHash(row: AuditRow, previous: string, { id: keyId, key }: AuditKey): string {
  const { id, at, kind, actor, action, object, detail, incidentId } = row;
  const { via, address, requestId } = row;
  const parts = [keyId, previous, id, at, kind, actor, action, object, detail, incidentId];
  return sign(key, JSON.stringify([...parts, via, address, requestId]));
}

/** HMAC-SHA256, hexadecimal. */
export const sign = (key: string, text: string): string =>
  createHmac("sha256", key).update(text).digest("hex");
