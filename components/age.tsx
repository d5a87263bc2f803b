"use client";

import { useNow } from "./use-now";
import { formatAge, formatDateTime } from "@/lib/format";

/** How long ago that was; until the page is hydrated, the UTC time. */
export function Age({ at }: { at: number }) {
  const now = useNow();
  return now === undefined ? formatDateTime(at) : formatAge(at, now);
}
