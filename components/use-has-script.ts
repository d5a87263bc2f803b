"use client";

import { useSyncExternalStore } from "react";

const never = () => () => undefined;

/** True once the page runs JavaScript: what needs it stays hidden until then. */
export function useHasScript(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
