import type { Viewer } from "@/lib/domain/viewer";
import { presenceFrame } from "./frames";

export type Guest = {
  viewer: Viewer;
  /** The incident on one of whose pages they are. */
  room: number | undefined;
  /** What they were last told of who is there. */
  told: string;
};

/** Someone who reloads a page or goes on to the next one has not left. */
const GONE_AFTER = 2000;

/** Who is in a room: each person once, however many pages they have open, by name. */
export function namesIn(room: number, guests: Iterable<Guest>): string[] {
  const names = new Map<number, string>();
  for (const guest of guests) {
    if (guest.room === room) names.set(guest.viewer.userId, guest.viewer.name);
  }
  return [...names.values()].sort((a, b) => a.localeCompare(b, "en"));
}

/** Tells those in a room who is there, where that is news to them. */
export function makePresence<Each extends Guest>(
  guests: ReadonlySet<Each>,
  send: (guest: Each, text: string) => void,
) {
  const leaving = new Map<number, ReturnType<typeof setTimeout>>();

  function tell(room: number): void {
    const text = presenceFrame(namesIn(room, guests));
    for (const guest of [...guests]) {
      if (guest.room !== room || guest.told === text) continue;
      guest.told = text;
      send(guest, text);
    }
  }

  function left(room: number | undefined): void {
    if (room === undefined || leaving.has(room)) return;
    const timer = setTimeout(() => {
      leaving.delete(room);
      tell(room);
    }, GONE_AFTER);
    leaving.set(room, timer);
  }

  function stop(): void {
    for (const timer of leaving.values()) clearTimeout(timer);
    leaving.clear();
  }

  return { tell, left, stop };
}
