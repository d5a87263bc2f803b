"use client";

import { useNow } from "@/components/use-now";
import { formatMinutes } from "@/lib/format";

/** How long it has gone on; nothing until the browser's clock can be asked. */
export function Elapsed({ since }: { since: number }) {
  const now = useNow();
  if (now === undefined || now < since) return null;
  return <>{formatMinutes(Math.floor((now - since) / 60_000))}</>;
}
