"use client";

import { usePathname } from "next/navigation";
import { useEffect, useRef } from "react";
import { startTab, type LiveTab } from "./live-tab";
import { changeLive, useLive } from "./live-store";
import { steadyFetch } from "./steady-fetch";
import { useRefresh } from "./use-refresh";
import { usePaused } from "./use-paused";

type LiveProps = { after: number; build: string; viewerName: string };

/** Keeps the page up to date while it is open, and says what changed to those who listen. */
export function Live({ after, build, viewerName }: LiveProps) {
  const path = usePathname();
  const refresh = useRefresh();
  const isPaused = usePaused();
  const { said } = useLive();
  const tab = useRef<LiveTab>(undefined);
  const made = useRef({ after, build });

  useEffect(() => {
    const { fetch } = globalThis;
    globalThis.fetch = steadyFetch(fetch);
    const started = startTab({ ...made.current, viewerName, refresh });
    tab.current = started;
    return () => {
      started.stop();
      globalThis.fetch = fetch;
      changeLive({ phase: "connecting" });
    };
  }, [viewerName, refresh]);

  useEffect(() => tab.current?.go(path), [path, viewerName, refresh]);

  useEffect(() => {
    if (!isPaused) tab.current?.catchUp();
  }, [isPaused]);

  return (
    <div aria-live="polite" aria-label="Changes" role="log" className="sr-only print:hidden">
      {said.text && <p key={said.at}>{said.text}</p>}
    </div>
  );
}
