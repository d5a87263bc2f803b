import { changeLive, liveState } from "./live-store";
import { listenTo, type StreamEvent } from "./stream-events";

const SECOND = 1000;
/** The portal says something every 15 s: after this silence the connection is dead, whatever it says. */
const LONGEST_SILENCE = 35 * SECOND;
const LONGEST_OPENING = 10 * SECOND;
const RECONNECTING_AFTER = 3 * SECOND;
const OFFLINE_AFTER = 8 * SECOND;
const LONGEST_WAIT = 5 * SECOND;
const ASK_WHO_AGAIN = 60 * SECOND;

/**
 * This tab's one connection for live updates. It is looked after once a second by the clock on the wall,
 * so that a laptop that slept notices at once.
 */
export class Connection {
  readonly #hear: (event: StreamEvent, silence: number) => void;
  #path = "/";
  #lastId: number;
  #stream: EventSource | undefined;
  #openedAt = 0;
  #isAnswered = false;
  #lostAt: number | undefined;
  #retryAt: number | undefined;
  #tries = 0;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(after: number, hear: (event: StreamEvent, silence: number) => void) {
    this.#lastId = after;
    this.#hear = hear;
  }

  /** Connects as the page at this path. */
  open(path: string): void {
    this.#path = path;
    this.#timer ??= setInterval(() => this.#lookAfter(), SECOND);
    this.#connect();
  }

  close(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.#stream?.close();
    this.#stream = undefined;
    this.#isAnswered = false;
  }

  /** Makes sure of the connection of the page at this path, after what may have ended it. */
  check(path: string): void {
    const isQuiet = Date.now() - (liveState().heardAt ?? 0) > 20 * SECOND;
    const isOpening = this.#stream && Date.now() - this.#openedAt < 2 * SECOND;
    if (!isOpening && (!this.#isAnswered || isQuiet)) this.open(path);
  }

  #connect(): void {
    this.#stream?.close();
    const asked = new URLSearchParams({ on: this.#path, after: String(this.#lastId) });
    const stream = new EventSource(`/api/live?${asked}`);
    this.#stream = stream;
    this.#openedAt = Date.now();
    this.#isAnswered = false;
    this.#retryAt = undefined;
    listenTo(stream, (event) => stream === this.#stream && this.#receive(event));
    stream.addEventListener("error", () => stream === this.#stream && this.#lose());
  }

  #receive(event: StreamEvent): void {
    const now = Date.now();
    const silence = now - (liveState().heardAt ?? now);
    if (event.id !== undefined) this.#lastId = event.id;
    if (event.type === "signed-out") return this.#signedOut();
    if (event.type === "bye") return this.#lose();
    this.#isAnswered = true;
    this.#lostAt = undefined;
    this.#tries = 0;
    const phase = liveState().phase === "outdated" ? "outdated" : "live";
    changeLive({ phase, heardAt: now });
    this.#hear(event, silence);
  }

  #lose(): void {
    const wasAnswered = this.#isAnswered;
    this.#stream?.close();
    this.#stream = undefined;
    this.#isAnswered = false;
    this.#lostAt ??= Date.now();
    const wait = Math.min(LONGEST_WAIT, SECOND * 2 ** this.#tries);
    this.#retryAt = Date.now() + wait * (0.5 + Math.random());
    this.#tries += 1;
    if (!wasAnswered) void this.#askWhy();
  }

  /** An EventSource does not say why it was refused. */
  async #askWhy(): Promise<void> {
    const answer = await fetch("/api/live", { method: "HEAD", cache: "no-store" }).catch(
      () => null,
    );
    if (answer?.status === 401) return this.#signedOut();
    const wait = Number(answer?.headers.get("Retry-After") ?? 0);
    if (wait > 0) this.#retryAt = Date.now() + wait * SECOND;
  }

  #signedOut(): void {
    this.#stream?.close();
    this.#stream = undefined;
    this.#lostAt = undefined;
    this.#retryAt = Date.now() + ASK_WHO_AGAIN;
    changeLive({ phase: "signed-out", people: [] });
  }

  #lookAfter(): void {
    const now = Date.now();
    const since = this.#isAnswered ? (liveState().heardAt ?? now) : this.#openedAt;
    const longest = this.#isAnswered ? LONGEST_SILENCE : LONGEST_OPENING;
    if (this.#stream && now - since > longest) this.#lose();
    if (this.#retryAt !== undefined && now >= this.#retryAt) this.#connect();
    if (this.#lostAt === undefined || liveState().phase === "outdated") return;
    const lost = now - this.#lostAt;
    if (lost > OFFLINE_AFTER) show("offline");
    else if (lost > RECONNECTING_AFTER) show("reconnecting");
  }
}

function show(phase: "reconnecting" | "offline"): void {
  if (liveState().phase !== phase) changeLive({ phase, people: [] });
}
