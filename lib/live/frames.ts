import type { ChangeNotice } from "@/lib/domain/live";
import type { Change } from "./source";

/** How long a browser that reconnects by itself waits. */
const RETRY = 2000;

/** One server-sent event. JSON has no line breaks, which would end it. */
export function frame(event: string, data: unknown, id?: number): string {
  const named = id === undefined ? "" : `id: ${id}\n`;
  return `${named}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
}

/** Which build of the portal answers, and since which start of it. */
export type Run = { build: string; start: string };

/** The first event; `latest` for a page that begins here. */
export const helloFrame = (run: Run, spread: number, latest: number | undefined) =>
  `retry: ${RETRY}\n${frame("hello", { ...run, spread }, latest)}`;

export const changeFrame = ({ id, action, incidentKey, actor, at }: Change) =>
  frame(
    "change",
    { action, incidentKey: incidentKey ?? undefined, actor, at } satisfies ChangeNotice,
    id,
  );

/** Asks the page to read all of itself anew. */
export const resetFrame = (latest: number) => frame("reset", {}, latest);

export const beatFrame = (spread: number) => frame("beat", { spread });
export const presenceFrame = (names: readonly string[]) => frame("presence", names);
export const signedOutFrame = frame("signed-out", {});
export const byeFrame = frame("bye", {});
