import { changeLive, liveState } from "./live-store";
import { listenTo, type StreamEvent } from "./stream-events";

const SECOND = 1000;
/** The portal says something every 15 s: after this silence the connection is dead, whatever it says. */
const LONGEST_SILENCE = 35 * SECOND;
const LONGEST_OPENING = 10 * SECOND;
const DOUBTFUL_SILENCE = 20 * SECOND;
const RECONNECTING_AFTER = 3 * SECOND;
const OFFLINE_AFTER = 8 * SECOND;
const LONGEST_WAIT = 5 * SECOND;
const ASK_WHO_AGAIN = 60 * SECOND;

type Attempt = { stream: EventSource; openedAt: number; isAnswered: boolean };

/**
 * This tab's one connection for live updates. It is looked after once a second by the clock on the wall,
 * so that a laptop that slept notices at once.
 */
export function makeConnection(after: number, hear: (event: StreamEvent, silence: number) => void) {
  let path = "/";
  let lastId = after;
  let attempt: Attempt | undefined;
  let lostAt: number | undefined;
  let retryAt: number | undefined;
  let tries = 0;
  let timer: ReturnType<typeof setInterval> | undefined;

  /** Connects as the page at this path. */
  function open(at: string): void {
    path = at;
    timer ??= setInterval(lookAfter, SECOND);
    connect();
  }

  function close(): void {
    clearInterval(timer);
    timer = undefined;
    letGo();
  }

  /** Makes sure of the connection of the page at this path, after what may have ended it. */
  function check(at: string): void {
    const now = Date.now();
    const isOpening = attempt && !attempt.isAnswered && now - attempt.openedAt < 2 * SECOND;
    const isSound = attempt?.isAnswered && now - (liveState().heardAt ?? 0) < DOUBTFUL_SILENCE;
    if (!isOpening && !isSound) open(at);
  }

  function connect(): void {
    letGo();
    retryAt = undefined;
    const asked = new URLSearchParams({ on: path, after: String(lastId) });
    const stream = new EventSource(`/api/live?${asked}`);
    attempt = { stream, openedAt: Date.now(), isAnswered: false };
    listenTo(stream, (event) => stream === attempt?.stream && receive(event));
    stream.addEventListener("error", () => stream === attempt?.stream && lose());
  }

  function receive(event: StreamEvent): void {
    const now = Date.now();
    const silence = now - (liveState().heardAt ?? now);
    if (event.id !== undefined) lastId = event.id;
    if (event.type === "signed-out") return signedOut();
    if (event.type === "bye") return lose();
    if (attempt) attempt.isAnswered = true;
    lostAt = undefined;
    tries = 0;
    changeLive({ phase: liveState().phase === "outdated" ? "outdated" : "live", heardAt: now });
    hear(event, silence);
  }

  function lose(): void {
    const wasAnswered = attempt?.isAnswered;
    letGo();
    lostAt ??= Date.now();
    const wait = Math.min(LONGEST_WAIT, SECOND * 2 ** tries);
    retryAt = Date.now() + wait * (0.5 + Math.random());
    tries += 1;
    if (!wasAnswered) void askWhy();
  }

  /** An EventSource does not say why it was refused. */
  async function askWhy(): Promise<void> {
    const answer = await fetch("/api/live", { method: "HEAD", cache: "no-store" }).catch(
      () => null,
    );
    if (attempt || !timer) return;
    if (answer?.status === 401) return signedOut();
    const wait = Number(answer?.headers.get("Retry-After") ?? 0);
    if (wait > 0) retryAt = Date.now() + wait * SECOND;
  }

  function signedOut(): void {
    letGo();
    lostAt = undefined;
    retryAt = Date.now() + ASK_WHO_AGAIN;
    changeLive({ phase: "signed-out", people: [] });
  }

  function letGo(): void {
    attempt?.stream.close();
    attempt = undefined;
  }

  function lookAfter(): void {
    const now = Date.now();
    if (attempt && isDead(attempt, now)) lose();
    if (retryAt !== undefined && now >= retryAt) connect();
    if (lostAt === undefined || liveState().phase === "outdated") return;
    const lost = now - lostAt;
    if (lost > OFFLINE_AFTER) show("offline");
    else if (lost > RECONNECTING_AFTER) show("reconnecting");
  }

  return { open, close, check };
}

function isDead({ openedAt, isAnswered }: Attempt, now: number): boolean {
  if (!isAnswered) return now - openedAt > LONGEST_OPENING;
  return now - (liveState().heardAt ?? now) > LONGEST_SILENCE;
}

function show(phase: "reconnecting" | "offline"): void {
  if (liveState().phase !== phase) changeLive({ phase, people: [] });
}
