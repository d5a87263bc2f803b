import { useSyncExternalStore } from "react";

export type Phase =
  | "connecting"
  | "live"
  | "reconnecting"
  | "offline"
  | "signed-out"
  /** The portal was updated: this page still works, and reading it anew would load it anew. */
  | "outdated";

export type LiveState = {
  phase: Phase;
  /** When the portal was last heard of. */
  heardAt: number | undefined;
  /** Changes that are not shown yet, while live updates are paused. */
  waiting: number;
  showWaiting: () => void;
  /** Who has this page's incident open. */
  people: readonly string[];
  /** What was last said to those who listen, and when. */
  said: { text: string; at: number };
};

const AT_FIRST: LiveState = {
  phase: "connecting",
  heardAt: undefined,
  waiting: 0,
  showWaiting: () => undefined,
  people: [],
  said: { text: "", at: 0 },
};

let state = AT_FIRST;
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const liveState = (): LiveState => state;

export function changeLive(change: Partial<LiveState>): void {
  state = { ...state, ...change };
  for (const listen of [...listeners]) listen();
}

/** Resolves when the portal is heard of again, or after some time, when it is worth another try. */
export function nextContact(atMost: number): Promise<void> {
  return new Promise((resolve) => {
    const before = state.heardAt;
    const timer = setTimeout(done, atMost);
    const unsubscribe = subscribe(() => {
      if (state.phase === "live" && state.heardAt !== before) done();
    });
    function done() {
      clearTimeout(timer);
      unsubscribe();
      resolve();
    }
  });
}

/** What this page knows of the portal at this moment; on the server nothing. */
export function useLive(): LiveState {
  return useSyncExternalStore(
    subscribe,
    () => state,
    () => AT_FIRST,
  );
}
