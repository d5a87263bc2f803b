"use client";

import { useEffect, useState } from "react";
import type { SavedView } from "@/db/queries/saved-views";
import type { SearchGroup } from "@/db/queries/search";
import type { Severity } from "@/lib/domain/incident";

export type Found = {
  groups: SearchGroup[];
  recent: { key: string; title: string; severity: Severity; status: string }[];
  views: SavedView[];
};

const WAIT = 120;
const NOTHING: Found = { groups: [], recent: [], views: [] };

/** What the portal finds for the words typed so far. A search that later words make pointless ends at once. */
export function useFound(typed: string) {
  const [answer, setAnswer] = useState({ typed: "", found: NOTHING, failed: false });

  useEffect(() => {
    const asked = new AbortController();
    const timer = setTimeout(
      () => {
        fetchFound(typed, asked.signal)
          .then((found) => setAnswer({ typed, found, failed: false }))
          .catch(() => {
            if (!asked.signal.aborted) setAnswer({ typed, found: NOTHING, failed: true });
          });
      },
      typed === "" ? 0 : WAIT,
    );
    return () => {
      clearTimeout(timer);
      asked.abort();
    };
  }, [typed]);

  return { ...answer, isSearching: answer.typed !== typed };
}

async function fetchFound(typed: string, signal: AbortSignal): Promise<Found> {
  const answer = await fetch(`/search/results?${new URLSearchParams({ q: typed })}`, { signal });
  if (!answer.ok) throw new Error(`The search answered ${answer.status}.`);
  return answer.json();
}
