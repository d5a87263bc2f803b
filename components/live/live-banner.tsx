"use client";

import { CloudOff, LogOut, RefreshCw, type LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { toUtc } from "@/lib/domain/time";
import { formatTime } from "@/lib/format";
import { useLive } from "./live-store";
import { usePaused } from "./use-paused";
import { Waiting } from "./waiting";

const LINK = "touch-target font-medium underline underline-offset-4";

/** What to know while this page cannot follow what happens. */
export function LiveBanner() {
  const { phase, heardAt } = useLive();

  if (phase === "offline") {
    return (
      <Banner Icon={CloudOff}>
        <strong className="font-semibold">
          Offline, showing data from {heardAt !== undefined && <Clock at={heardAt} />}.
        </strong>{" "}
        You can read on, and what you type stays here. Sending works again when Muster answers.
      </Banner>
    );
  }
  if (phase === "signed-out") {
    return (
      <Banner Icon={LogOut}>
        <strong className="font-semibold">You are signed out.</strong> What you typed is still here:{" "}
        <a href="/login" target="_blank" className={LINK}>
          sign in in another tab
        </a>
        , then come back.
      </Banner>
    );
  }
  if (phase === "outdated") {
    return (
      <Banner Icon={RefreshCw}>
        <strong className="font-semibold">Muster was updated.</strong> Copy what you have typed,
        then{" "}
        <button type="button" onClick={() => location.reload()} className={LINK}>
          reload this page
        </button>
        .
      </Banner>
    );
  }
  return <PhoneLine isReconnecting={phase === "reconnecting"} />;
}

/** What the header has no room for on a phone. */
function PhoneLine({ isReconnecting }: { isReconnecting: boolean }) {
  const { waiting } = useLive();
  const isPaused = usePaused();
  if (!isReconnecting && !(isPaused && waiting > 0)) return null;

  return (
    <div className="flex min-h-11 items-center justify-between gap-3 border-t border-border px-4 py-1 text-[0.8125rem] text-muted-foreground sm:hidden print:hidden">
      {isReconnecting ? "Reconnecting…" : "Paused"}
      <Waiting />
    </div>
  );
}

function Banner({ Icon, children }: { Icon: LucideIcon; children: ReactNode }) {
  return (
    <div
      role="alert"
      className="border-b border-warning/40 bg-warning-surface px-4 py-2 text-[0.8125rem] text-warning sm:px-6 print:hidden"
    >
      <p className="mx-auto flex max-w-7xl items-start gap-2">
        <Icon aria-hidden className="mt-0.5 size-4 shrink-0" />
        <span>{children}</span>
      </p>
    </div>
  );
}

function Clock({ at }: { at: number }) {
  return <time dateTime={toUtc(at)}>{formatTime(at)} UTC</time>;
}
