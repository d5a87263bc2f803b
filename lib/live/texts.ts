import { onCommit } from "@/lib/commits";
import { writerOf, type TextEvents } from "@/lib/domain/live-text";
import type { Viewer } from "@/lib/domain/viewer";
import { makeCarets } from "./carets";
import type { Line } from "./stream";
import { base64, textFrame } from "./text-frames";
import type { Caret, OpenText, Stand, TextSource, TextVisit } from "./text-source";
import { attempt, logFailure, pause } from "./turns";
import { makeWriting } from "./writing";

declare global {
  var musterTexts: Texts | undefined;
}

type Guest = { viewer: Viewer; session: string; client: number; line: Line; nextBeat: number };
type Room = OpenText & {
  guests: Set<Guest>;
  row: number;
  stand: Stand | undefined;
  carets: ReturnType<typeof makeCarets>;
};

export const MOST_WRITERS = 200;
export const MOST_TEXTS_PER_SESSION = 20;
/** How many changes and carets one session may send in ten seconds. */
export const MOST_SENT = 300;
const SENT_WITHIN = 10_000;
const BEAT_EVERY = 15_000;
const LOOK_EVERY = 500;
/** Changes that come together are told together. */
const TELL_AFTER = 20;

const GONE = "This postmortem can no longer be written here.";
const REPLACED = "This text was replaced by one that the rich editor cannot hold.";

/**
 * Brings together those who write one text at the same time. Each room follows the rows of its text, as this
 * process or another writes them, so that whoever is told of a change can be sure that it is kept.
 */
export class Texts {
  readonly #source: TextSource;
  readonly #rooms = new Map<number, Room>();
  readonly #writing: ReturnType<typeof makeWriting>;
  readonly #sent = new Map<string, { count: number; since: number }>();
  #guests = 0;
  #foreign: unknown;
  #telling: Promise<void> | undefined;
  #hasNews = false;
  #hasEnded = false;
  #unhear: () => void = () => undefined;
  #timers: ReturnType<typeof setInterval>[] = [];

  constructor(source: TextSource) {
    this.#source = source;
    const isOpen = (id: number) => this.#rooms.has(id);
    this.#writing = makeWriting({ follow: source.follow, keep: source.keep, isOpen });
  }

  /** Why this session can open no more texts, as the status of an answer. */
  refusal(session: string): 429 | 503 | undefined {
    if (this.#hasEnded || this.#guests >= MOST_WRITERS) return 503;
    const own = this.#everybody().filter(({ guest }) => guest.session === session);
    return own.length >= MOST_TEXTS_PER_SESSION ? 429 : undefined;
  }

  /** Counts what a session sends; true where it was too much of late. */
  isTooFast(session: string, now = Date.now()): boolean {
    const known = this.#sent.get(session);
    const counted = known && now - known.since < SENT_WITHIN ? known : { count: 0, since: now };
    counted.count += 1;
    this.#sent.set(session, counted);
    return counted.count > MOST_SENT;
  }

  /** Takes a page in, sends what it lacks, and gives the way out. */
  join({ viewer, session, text, client, vector }: TextVisit, line: Line): () => void {
    const room = this.#roomOf(text);
    for (const guest of [...room.guests]) {
      if (guest.client === client && guest.session === session) this.#close(room, guest);
    }
    const guest: Guest = { viewer, session, client, line, nextBeat: Date.now() + BEAT_EVERY };
    room.guests.add(guest);
    this.#guests += 1;
    const { update, vector: has } = this.#source.missing(text.postmortemId, vector);
    this.#send(room, guest, "sync", {
      live: text.liveId,
      update: base64(update),
      vector: base64(has),
      writer: writerOf(viewer),
    });
    const carets = room.carets.all();
    if (carets) this.#send(room, guest, "awareness", { update: base64(carets) });
    return () => this.#remove(room, guest);
  }

  /** Shows the others where a page's caret is. Nobody is told of one whose stream is not open. */
  point({ session, postmortemId, client, sent }: Caret): void {
    const room = this.#rooms.get(postmortemId);
    const own = (guest: Guest) => guest.session === session && guest.client === client;
    const guest = room && [...room.guests].find(own);
    if (guest) room.carets.move(client, writerOf(guest.viewer), sent);
  }

  /** Notes that something was written here, which the stored text is to follow. */
  wrote(postmortemId: number): void {
    this.#writing.wrote(postmortemId);
  }

  /** Ends all streams, takes no more, and leaves every text stored. */
  end(): void {
    this.#hasEnded = true;
    for (const { room, guest } of this.#everybody()) {
      this.#send(room, guest, "bye", {});
      this.#close(room, guest);
    }
    this.#writing.end();
  }

  #announce(): void {
    this.#hasNews = true;
    this.#telling ??= this.#tell()
      .catch((error: unknown) => {
        logFailure(error);
        this.#hasNews = true; // the next look tries again
      })
      .finally(() => (this.#telling = undefined));
  }

  async #tell(): Promise<void> {
    await pause(TELL_AFTER);
    while (this.#hasNews) {
      this.#hasNews = false;
      for (const room of [...this.#rooms.values()]) this.#tellRoom(room);
    }
  }

  #tellRoom(room: Room): void {
    const stand = this.#source.standOf(room.postmortemId);
    if (stand?.liveId !== room.liveId) return this.#shut(room, stand ? REPLACED : GONE);
    const rows = this.#source.rowsAfter(room.postmortemId, room.row);
    const isRevised = stand.version !== room.stand?.version || stand.state !== room.stand.state;
    room.row = rows.at(-1)?.id ?? room.row;
    room.stand = stand;
    for (const guest of [...room.guests]) {
      if (!this.#mayStay(room, guest)) continue;
      for (const { data } of rows) this.#send(room, guest, "update", { update: base64(data) });
      if (isRevised) {
        this.#send(room, guest, "revised", { version: stand.version, state: stand.state });
      }
    }
  }

  /** Asks anew who somebody is, and whether they may be here. Who may not is told so, and sent away. */
  #mayStay(room: Room, guest: Guest): boolean {
    const viewer = this.#source.viewerOf(guest.session);
    if (viewer && this.#source.isOpenTo(viewer, room.incidentId)) {
      guest.viewer = viewer;
      return true;
    }
    if (viewer) this.#send(room, guest, "gone", { reason: GONE });
    else this.#send(room, guest, "signed-out", {});
    this.#close(room, guest);
    return false;
  }

  #shut(room: Room, reason: string): void {
    for (const guest of [...room.guests]) {
      this.#send(room, guest, "gone", { reason });
      this.#close(room, guest);
    }
  }

  #beat(): void {
    if (this.#hasNews) this.#announce();
    const now = Date.now();
    for (const room of this.#rooms.values()) room.carets.stay();
    for (const { room, guest } of this.#everybody()) {
      if (guest.nextBeat > now || !this.#mayStay(room, guest)) continue;
      guest.nextBeat = now + BEAT_EVERY;
      this.#send(room, guest, "beat", {});
    }
    for (const [session, { since }] of this.#sent) {
      if (now - since >= SENT_WITHIN) this.#sent.delete(session);
    }
  }

  #lookForOthers(): void {
    const now = this.#source.foreignCommits();
    if (now === this.#foreign) return;
    this.#foreign = now;
    this.#announce();
  }

  #everybody(): { room: Room; guest: Guest }[] {
    return [...this.#rooms.values()].flatMap((room) =>
      [...room.guests].map((guest) => ({ room, guest })),
    );
  }

  /** A page that does not read is let go of; it comes back and asks for what it lacks. */
  #send<Type extends keyof TextEvents>(
    room: Room,
    guest: Guest,
    type: Type,
    data: TextEvents[Type],
  ): void {
    if (!room.guests.has(guest) || guest.line.write(textFrame(type, data))) return;
    guest.line.drop();
    this.#remove(room, guest);
  }

  #close(room: Room, guest: Guest): void {
    if (!room.guests.has(guest)) return;
    guest.line.close();
    this.#remove(room, guest);
  }

  #roomOf(text: OpenText): Room {
    const known = this.#rooms.get(text.postmortemId);
    if (known?.liveId === text.liveId) return known;
    if (known) this.#shut(known, REPLACED);
    if (this.#rooms.size === 0) this.#start();
    const { postmortemId } = text;
    const guests = new Set<Guest>();
    const room: Room = {
      ...text,
      guests,
      row: this.#source.newestRow(postmortemId),
      stand: this.#source.standOf(postmortemId),
      carets: makeCarets((update) => {
        const told = { update: base64(update) };
        for (const guest of [...guests]) this.#send(room, guest, "awareness", told);
      }),
    };
    this.#rooms.set(postmortemId, room);
    return room;
  }

  #remove(room: Room, guest: Guest): void {
    if (!room.guests.delete(guest)) return;
    this.#guests -= 1;
    room.carets.leave(guest.client);
    if (room.guests.size > 0) return;
    room.carets.close();
    this.#rooms.delete(room.postmortemId);
    if (this.#rooms.size === 0) this.#stop();
  }

  #start(): void {
    this.#foreign = this.#source.foreignCommits();
    this.#hasNews = false;
    this.#unhear = onCommit(() => this.#announce());
    this.#timers = [
      setInterval(() => attempt(() => this.#lookForOthers()), LOOK_EVERY),
      setInterval(() => attempt(() => this.#beat()), 1000),
    ];
    for (const timer of this.#timers) timer.unref();
  }

  #stop(): void {
    this.#unhear();
    for (const timer of this.#timers) clearInterval(timer);
  }
}
