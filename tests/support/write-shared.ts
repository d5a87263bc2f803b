// One of several portals that share a database: declares an incident, works on it with what portals do, and
// reads what the others wrote, until it is killed. Prints a line for each event once it is stored, and how
// many milliseconds what others wrote took to show here.
import { desc } from "drizzle-orm";
import { db, replaceDatabase, transaction } from "@/db/client";
import { addEvent } from "@/db/mutations/events";
import { declareIncident } from "@/db/mutations/incidents";
import { claimMessages, enqueue, settleMessage } from "@/db/mutations/outbox";
import { openDatabase } from "@/db/open";
import { events } from "@/db/schema";
import { UnwritableError } from "@/lib/domain/error";
import { makeViewer } from "./make";

const [file = "", url = "", name = ""] = process.argv.slice(2);
const REST = 20;
globalThis.musterAuditKeys = [{ id: "test", key: "a key for tests, of thirty-two letters" }];
replaceDatabase(openDatabase(file, { url, token: undefined }));

const viewer = makeViewer();
const say = (line: string) => process.stdout.write(`${line}\n`);
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const seen = new Set<number>();
let key: string | undefined;
let hasRead = false;

/** One change, which counts once it is printed. */
function write(count: number): void {
  key ??= declareIncident(viewer, {
    title: `Checkout is slow for ${name}`,
    severity: "SEV2",
    submissionKey: `${name}-${process.pid}`,
  }).key;
  const description = `${name}-${process.pid}-${count}-${Date.now()}`;
  addEvent(viewer, { key, type: "investigation", description, at: Date.now() });
  say(`stored ${description}`);
}

/** Puts a message out and takes what is due, as each portal's outbox does. */
function passMessages(count: number): void {
  const message = { kind: "mail", recipient: "a@example.com", subject: "", payload: {} } as const;
  transaction(() => enqueue({ ...message, key: `${name}-${process.pid}-${count}` }, Date.now()));
  for (const claim of claimMessages(2, Date.now())) {
    const isKept = settleMessage(claim, { state: "sent", sentAt: Date.now(), problem: null });
    if (isKept) say(`sent ${claim.key}`);
  }
}

function read(): void {
  const newest = db().select().from(events).orderBy(desc(events.id)).limit(50).all();
  for (const { id, description } of newest) {
    if (seen.has(id)) continue;
    seen.add(id);
    const at = /-(\d{13})$/.exec(description)?.[1];
    if (at && hasRead && !description.startsWith(`${name}-`)) say(`saw ${Date.now() - Number(at)}`);
  }
  hasRead = true;
}

async function work(): Promise<void> {
  for (let count = 0; ; count += 1) {
    try {
      write(count);
      if (count % 3 === 0) passMessages(count);
    } catch (error) {
      if (!(error instanceof UnwritableError) && !isAway(error)) throw error;
      say("refused");
      await pause(100);
    }
    read();
    await pause(REST);
  }
}

const isAway = (error: unknown) =>
  error instanceof Error && "code" in error && String(error.code).startsWith("PRIMARY_");

void work();
