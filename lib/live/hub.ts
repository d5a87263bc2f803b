import { onCommit } from "@/lib/commits";
import { incidentKeyOf, isQuiet, spreadOf } from "@/lib/domain/live";
import type { Viewer } from "@/lib/domain/viewer";
import {
  beatFrame,
  byeFrame,
  changeFrame,
  helloFrame,
  resetFrame,
  signedOutFrame,
  type Run,
} from "./frames";
import { makePresence, type Guest } from "./presence";
import { askedOnce, type Change, type Source } from "./source";
import type { Line } from "./stream";
import { attempt, logFailure, nextTurn, pause } from "./turns";

declare global {
  var musterHub: Hub | undefined;
}

export type Visit = {
  viewer: Viewer;
  session: string;
  /** The path of the page. */
  on: string;
  /** The last change that the page knows of. */
  after: number | undefined;
};

type Listener = Guest & { session: string; line: Line; sent: number; nextBeat: number };
type Asked = ReturnType<typeof askedOnce>;

/** Beyond this many missed changes, or this much text, a page reads all of itself anew. */
export const MOST_MISSED = 500;
const MOST_TEXT = 64 * 1024;
export const MOST_LISTENERS = 1000;
export const MOST_PER_SESSION = 20;
const BEAT_EVERY = 15_000;
const LOOK_EVERY = 500;
/** Whoever wrote is answered first, and other requests between the pages that are told. */
const TELL_AFTER = 30;
const TOLD_AT_ONCE = 20;

/**
 * Tells open pages what has changed. It reads the audit log after each commit of this process, and where
 * the database says that another one has written. A page hears only of what its reader may know, which is
 * asked anew each time.
 */
export class Hub {
  readonly #source: Source;
  readonly #run: Run;
  readonly #listeners = new Set<Listener>();
  readonly #presence = makePresence(this.#listeners, (to, text) => this.#send(to, text));
  #sent = 0;
  #foreign: unknown;
  #hasNews = false;
  #telling: Promise<void> | undefined;
  #hasEnded = false;
  #unhear: () => void = () => undefined;
  #timers: ReturnType<typeof setInterval>[] = [];

  constructor(source: Source, run: Run) {
    this.#source = source;
    this.#run = run;
  }

  /** How many pages are told. */
  get size(): number {
    return this.#listeners.size;
  }

  /** Why no more pages of this session can be told, as the status of an answer. */
  refusal(session: string): 429 | 503 | undefined {
    if (this.#hasEnded || this.#listeners.size >= MOST_LISTENERS) return 503;
    const own = [...this.#listeners].filter((listener) => listener.session === session);
    return own.length >= MOST_PER_SESSION ? 429 : undefined;
  }

  /** Takes a page in, sends what it missed, and gives the way out. */
  join({ viewer, session, on, after }: Visit, line: Line): () => void {
    if (this.#listeners.size === 0) this.#start();
    const key = incidentKeyOf(on);
    const listener: Listener = {
      viewer,
      session,
      line,
      room: key === undefined ? undefined : this.#source.incidentOf(viewer, key),
      told: "",
      sent: after ?? this.#source.latest(),
      nextBeat: Date.now() + BEAT_EVERY,
    };
    this.#listeners.add(listener);
    const latest = after === undefined ? listener.sent : undefined;
    this.#send(listener, helloFrame(this.#run, this.#spread(), latest));
    this.#catchUp(listener);
    if (listener.room !== undefined) this.#presence.tell(listener.room);
    return () => this.#remove(listener);
  }

  /** Soon sends what is new to everybody it concerns. */
  announce(): void {
    this.#hasNews = true;
    this.#telling ??= this.#tell()
      .catch((error: unknown) => {
        logFailure(error);
        this.#hasNews = true; // the next beat tries again
      })
      .finally(() => (this.#telling = undefined));
  }

  /** Has every page read all of itself anew, for what is no entry of the audit log. */
  refresh(): void {
    for (const listener of [...this.#listeners]) this.#reset(listener);
  }

  /** Ends all streams, and takes no more. */
  end(): void {
    this.#hasEnded = true;
    for (const listener of [...this.#listeners]) {
      this.#send(listener, byeFrame);
      this.#close(listener);
    }
  }

  #catchUp(listener: Listener): void {
    const changes = this.#source.after(listener.sent, MOST_MISSED + 1);
    const isUnknown = changes.length === 0 && listener.sent > this.#source.latest();
    if (isUnknown || changes.length > MOST_MISSED) this.#reset(listener);
    else this.#deliver(listener, changes, askedOnce(this.#source));
  }

  async #tell(): Promise<void> {
    await pause(TELL_AFTER);
    while (this.#hasNews && this.#listeners.size > 0) {
      this.#hasNews = false;
      await this.#sendNews();
    }
  }

  async #sendNews(): Promise<void> {
    const changes = this.#source.after(this.#sent, MOST_MISSED + 1);
    const isRestored = changes.length === 0 && this.#source.latest() < this.#sent;
    if (isRestored || changes.length > MOST_MISSED) {
      this.#sent = this.#source.latest();
      for (const listener of [...this.#listeners]) this.#reset(listener);
      return;
    }
    const everybody = [...this.#listeners];
    for (let first = 0; first < everybody.length; first += TOLD_AT_ONCE) {
      if (first > 0) await nextTurn();
      const asked = askedOnce(this.#source);
      for (const listener of everybody.slice(first, first + TOLD_AT_ONCE))
        this.#deliver(listener, changes, asked);
    }
    this.#sent = changes.at(-1)?.id ?? this.#sent;
  }

  #deliver(listener: Listener, changes: Change[], asked: Asked): void {
    if (!this.#isSignedIn(listener, asked)) return;
    let text = "";
    for (const change of changes) {
      if (change.id <= listener.sent) continue;
      listener.sent = change.id;
      if (isQuiet(change.action)) continue;
      if (isFor(listener, change, asked)) text += changeFrame(change);
      else if (change.incidentId === listener.room) text += this.#shutOut(listener);
    }
    if (text === "") return;
    this.#send(listener, text.length > MOST_TEXT ? resetFrame(listener.sent) : text);
  }

  /** The incident whose page this is was there for its reader until now: reading it anew says so. */
  #shutOut(listener: Listener): string {
    this.#presence.left(listener.room);
    listener.room = undefined;
    return resetFrame(listener.sent);
  }

  #reset(listener: Listener): void {
    listener.sent = this.#source.latest();
    this.#send(listener, resetFrame(listener.sent));
  }

  #beat(): void {
    if (this.#hasNews) this.announce();
    const now = Date.now();
    const asked = askedOnce(this.#source);
    for (const listener of [...this.#listeners]) {
      if (listener.nextBeat > now || !this.#isSignedIn(listener, asked)) continue;
      listener.nextBeat = now + BEAT_EVERY;
      this.#send(listener, beatFrame(this.#spread()));
    }
  }

  #isSignedIn(listener: Listener, { viewerOf }: Asked): boolean {
    const viewer = viewerOf(listener.session);
    if (viewer) {
      listener.viewer = viewer;
      return true;
    }
    this.#send(listener, signedOutFrame);
    this.#close(listener);
    return false;
  }

  #lookForOthers(): void {
    const now = this.#source.foreignCommits();
    if (now === this.#foreign) return;
    this.#foreign = now;
    this.announce();
  }

  /** A page that does not read is let go of; it comes back and asks for what it missed. */
  #send(listener: Listener, text: string): void {
    if (!this.#listeners.has(listener) || listener.line.write(text)) return;
    listener.line.drop();
    this.#remove(listener);
  }

  #close(listener: Listener): void {
    if (!this.#listeners.has(listener)) return;
    listener.line.close();
    this.#remove(listener);
  }

  #remove(listener: Listener): void {
    if (!this.#listeners.delete(listener)) return;
    this.#presence.left(listener.room);
    if (this.#listeners.size === 0) this.#stop();
  }

  #spread = () => spreadOf(this.#listeners.size);

  #start(): void {
    this.#sent = this.#source.latest();
    this.#foreign = this.#source.foreignCommits();
    this.#hasNews = false;
    this.#unhear = onCommit(() => this.announce());
    this.#timers = [
      setInterval(() => attempt(() => this.#lookForOthers()), LOOK_EVERY),
      setInterval(() => attempt(() => this.#beat()), 1000),
    ];
    for (const timer of this.#timers) timer.unref();
  }

  #stop(): void {
    this.#unhear();
    this.#presence.stop();
    for (const timer of this.#timers) clearInterval(timer);
  }
}

function isFor({ viewer }: Listener, { incidentId }: Change, { isVisible }: Asked): boolean {
  return incidentId === null || isVisible(viewer, incidentId);
}
