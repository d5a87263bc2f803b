import { changeText } from "@/lib/domain/change-text";
import { concerns, type ChangeNotice } from "@/lib/domain/live";
import { makeConnection } from "./connection";
import { changeLive, liveState } from "./live-store";
import { makePacer } from "./pacer";
import { writesNow } from "./steady-fetch";
import { shareStreams } from "./spare-streams";
import type { StreamData, StreamEvent } from "./stream-events";
import { isPaused } from "./use-paused";

export type TabOptions = {
  /** The last change before this page was made, and the build that made it. */
  after: number;
  build: string;
  viewerName: string;
  /** Reads the page anew without losing anything on it. */
  refresh: () => void;
};

const REFRESH_GAP = 400;
const SPEAK_GAP = 5000;
/** The answer to one's own change brings the page anew already: this makes sure of it. */
const AFTER_OWN = 3000;
const WHILE_HIDDEN = 10_000;
const LONG_SILENCE = 60_000;
const JUST_NOW = 3000;

export type LiveTab = ReturnType<typeof startTab>;

/** Keeps what this tab shows up to date, until it is stopped. */
export function startTab({ after, build, viewerName, refresh }: TabOptions) {
  let path = "/";
  let start: string | undefined;
  let spread = 0;
  let toSay: ChangeNotice[] = [];
  let lastChangeAt = -Infinity;
  let isBehind = false;
  let wentBack = false;
  const refreshes = makePacer(refreshNow, REFRESH_GAP);
  const ownChanges = makePacer(() => fallBehind(0), 0);
  const voice = makePacer(speak, SPEAK_GAP);
  const connection = makeConnection(after, hear);
  const streams = shareStreams(() => connection.close());

  function hear(event: StreamEvent, silence: number): void {
    if (event.type === "hello") greet(event.data, silence);
    if (event.type === "change") take(event.data);
    if (event.type === "reset") fallBehind(Math.random() * spread);
    if (event.type === "presence") changeLive({ people: event.data });
    if (event.type === "beat") spread = event.data.spread;
  }

  function greet(hello: StreamData["hello"], silence: number): void {
    const isAnother = start !== undefined && start !== hello.start;
    start = hello.start;
    spread = hello.spread;
    streams.connected();
    if (hello.build !== build) changeLive({ phase: "outdated" });
    else if (isAnother || isBehind || silence > LONG_SILENCE) fallBehind(Math.random() * spread);
  }

  function take(change: ChangeNotice): void {
    lastChangeAt = Date.now();
    if (!concerns(change, path)) return;
    if (change.actor === viewerName) return ownChanges.ask(writesNow() ? AFTER_OWN : 0);
    toSay.push(change);
    voice.ask();
    if (isPaused()) changeLive({ waiting: liveState().waiting + 1 });
    fallBehind(Math.random() * spread);
  }

  function fallBehind(delay: number): void {
    isBehind = true;
    if (isPaused()) return;
    refreshes.ask(document.visibilityState === "hidden" ? Math.max(delay, WHILE_HIDDEN) : delay);
  }

  function catchUp(): void {
    if (!isBehind) return;
    refreshes.stop();
    refreshes.ask();
  }

  /** Only while the portal answers: a page that cannot be read anew would be left. */
  function refreshNow(): void {
    if (liveState().phase !== "live") return;
    isBehind = false;
    ownChanges.stop();
    changeLive({ waiting: 0 });
    refresh();
  }

  function speak(): void {
    changeLive({ said: { text: changeText(toSay), at: Date.now() } });
    toSay = [];
  }

  /** Says where the reader is now. A page that was fetched while something changed is fetched again. */
  function go(to: string): void {
    const mayBeOld = Date.now() - lastChangeAt < JUST_NOW || (wentBack && lastChangeAt > 0);
    if (mayBeOld && path !== "/") fallBehind(0);
    path = to;
    wentBack = false;
    changeLive({ people: [] });
    connection.open(path);
  }

  function look(): void {
    if (document.visibilityState === "hidden") return;
    streams.looked();
    connection.check(path);
    if (!isPaused()) catchUp();
  }

  const goBack = () => (wentBack = true);
  const checks: [EventTarget, string, () => void][] = [
    [document, "visibilitychange", look],
    [window, "pageshow", look],
    [window, "focus", look],
    [window, "online", look],
    [window, "popstate", goBack],
  ];
  for (const [target, event, run] of checks) target.addEventListener(event, run);
  changeLive({ heardAt: Date.now(), showWaiting: catchUp });

  function stop(): void {
    for (const [target, event, run] of checks) target.removeEventListener(event, run);
    connection.close();
    streams.stop();
    refreshes.stop();
    ownChanges.stop();
    voice.stop();
  }

  return { go, catchUp, stop };
}
