"use client";

import { useRouter } from "next/navigation";
import { useCallback, useEffect, useRef, useTransition } from "react";
import { readingAnew } from "./steady-fetch";

/** Reads the page's server components anew, one time after another: who asks meanwhile gets one more. */
export function useRefresh(): () => void {
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  const state = useRef({ isRunning: false, isAskedAgain: false });

  const refresh = useCallback(() => {
    if (state.current.isRunning) {
      state.current.isAskedAgain = true;
      return;
    }
    state.current.isRunning = true;
    readingAnew(true);
    startTransition(() => router.refresh());
  }, [router]);

  useEffect(() => {
    if (isPending) return;
    const { isAskedAgain } = state.current;
    state.current = { isRunning: false, isAskedAgain: false };
    readingAnew(false);
    if (isAskedAgain) refresh();
  }, [isPending, refresh]);

  return refresh;
}
