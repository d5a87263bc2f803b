import type { OpenText } from "./use-connection";

const PATIENCE = 3000;
const STEP = 50;

/** Waits until the portal has everything that was typed, for a few seconds at most. */
export async function untilSaved(text: OpenText): Promise<void> {
  const end = Date.now() + PATIENCE;
  await pause(STEP); // what was typed last is counted by then
  while (text.state().pending > 0 && Date.now() < end) await pause(STEP);
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
