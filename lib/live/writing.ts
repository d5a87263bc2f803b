import { attempt } from "./turns";

const LOOK_EVERY = 500;
const SECOND = 1000;
/** How long nobody writes before the body follows, and how long it waits at most while somebody does. */
const QUIET = 1.5 * SECOND;
const LONGEST_BEHIND = 4.5 * SECOND;
/** The same, before what stands there becomes a revision. */
const QUIET_REVISION = 30 * SECOND;
const LONGEST_UNKEPT = 300 * SECOND;
/** Someone who reloads the page has not left. */
const ALONE = 2 * SECOND;
const TRY_AGAIN = 10 * SECOND;

type Tasks = {
  /** Brings the body of this postmortem up to its live text. */
  follow: (id: number) => void;
  /** Makes its text a revision. */
  keep: (id: number) => void;
  isOpen: (id: number) => boolean;
};

type Writing = { began: number; last: number; behindSince: number | undefined; notBefore: number };

/** Sees to it that what is written live becomes the stored text soon, and a revision after a while. */
export function makeWriting({ follow, keep, isOpen }: Tasks) {
  const texts = new Map<number, Writing>();
  let timer: ReturnType<typeof setInterval> | undefined;

  function wrote(id: number): void {
    const now = Date.now();
    const text = texts.get(id) ?? { began: now, last: now, behindSince: now, notBefore: 0 };
    text.last = now;
    text.behindSince ??= now;
    texts.set(id, text);
    timer ??= setInterval(look, LOOK_EVERY).unref();
  }

  function look(): void {
    const now = Date.now();
    for (const [id, text] of texts) {
      if (now < text.notBefore) continue;
      const isDone = attempt(() => seeTo(id, text, now));
      if (!isDone) text.notBefore = now + TRY_AGAIN;
    }
    if (texts.size === 0) stop();
  }

  function seeTo(id: number, text: Writing, now: number): void {
    const quiet = now - text.last;
    if (quiet >= QUIET_REVISION || now - text.began >= LONGEST_UNKEPT || isLeft(id, quiet)) {
      keep(id);
      texts.delete(id);
      return;
    }
    const behind = text.behindSince === undefined ? 0 : now - text.behindSince;
    if (behind < LONGEST_BEHIND && (behind === 0 || quiet < QUIET)) return;
    follow(id);
    text.behindSince = undefined;
  }

  const isLeft = (id: number, quiet: number) => quiet >= ALONE && !isOpen(id);

  /** Leaves nothing behind. */
  function end(): void {
    for (const id of texts.keys()) attempt(() => keep(id));
    texts.clear();
    stop();
  }

  function stop(): void {
    clearInterval(timer);
    timer = undefined;
  }

  return { wrote, end };
}
