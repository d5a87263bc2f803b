import { anchorFinder, type Anchor } from "./anchor";
import { outlineOf } from "./outline";
import { proseOf } from "./prose";

/**
 * Where a thread's words stand in a text: under which heading, or nowhere any more. A remark on the whole
 * text stands at its beginning.
 */
export type CommentPlace = { at: number; heading: string | undefined; isLost: boolean };

/** The threads in the order of the text, each with its place; those whose words are gone come last. */
export function placedThreads<Thread extends Anchor>(
  threads: readonly Thread[],
  markdown: string,
): (Thread & { place: CommentPlace })[] {
  if (threads.length === 0) return [];
  const find = anchorFinder(proseOf(markdown).text);
  const headings = outlineOf(markdown);
  return threads
    .map((thread) => {
      const range = thread.quote === "" ? undefined : find(thread);
      const isLost = thread.quote !== "" && !range;
      const at = range?.from ?? (isLost ? Infinity : -1);
      const heading = range && headings.findLast(({ offset }) => offset <= range.from)?.text;
      return { ...thread, place: { at, heading, isLost } };
    })
    .toSorted((a, b) => a.place.at - b.place.at);
}
