import type { AuditKey } from "@/lib/auth/secrets";
import { writeHead } from "./heads";
import type { Head } from "./verify";

/** Writes down the chain's head again and again, only where it has moved since. */
export function headKeeper(file: string, read: () => Head, key: () => AuditKey) {
  let written: number | undefined;
  return (now: number): void => {
    const head = read();
    if (head.id === 0 || head.id === written) return;
    writeHead(file, head, key(), now);
    written = head.id;
  };
}
