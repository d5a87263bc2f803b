import { join } from "node:path";
import { MessageChannel, receiveMessageOnPort, Worker } from "node:worker_threads";
import { z } from "zod";
import { UNSURE_CODE } from "@/lib/domain/storage";
import { noteTrouble } from "@/lib/storage";
import { wireResult, type WireResult, type WireValue } from "./values";

export type PrimaryAddress = { url: string; token: string | undefined };

/** One request of the primary's protocol: a statement with its values, or a script. */
export type WireRequest =
  | { type: "execute"; stmt: { sql: string; args: WireValue[]; want_rows: true } }
  | { type: "sequence"; sql: string };

type Asked = { begins?: boolean; closes?: boolean; isRepeatable?: boolean };

/** The primary could not be asked, or its answer is missing; `code` says so where a disk's refusal says its own. */
export class PrimaryError extends Error {
  override name = "PrimaryError";
  readonly code: string = "PRIMARY_AWAY";
}

/** The answer to a commit is missing. */
export class UnsureError extends PrimaryError {
  override name = "UnsureError";
  override readonly code = UNSURE_CODE;
}

/** A statement that the primary refused, as better-sqlite3 says it. */
export class StatementError extends Error {
  override name = "SqliteError";
  constructor(
    message: string,
    readonly code: string,
  ) {
    super(message);
  }
}

const reply = z.object({
  results: z.array(wireResult).optional(),
  failed: z.object({ message: z.string(), code: z.string().nullish() }).optional(),
  lost: z.string().optional(),
  taken: z.boolean().optional(),
});

const AWAY = "The main database is away.";
const ANSWERED = 0;
const IS_UP = 1;
/** The courier answers sooner, whatever the primary does; only its own end would take longer. */
const LONGEST = 20_000;
const LONGEST_OPENING = 120_000;

export type Primary = ReturnType<typeof openPrimary>;

/** The way to the primary: asks and waits for the answer, however little else this thread can do meanwhile. */
export function openPrimary(file: string, { url, token }: PrimaryAddress) {
  const flags = new Int32Array(new SharedArrayBuffer(8));
  Atomics.store(flags, IS_UP, 1);
  const { port1, port2 } = new MessageChannel();
  const courier = new Worker(
    join(/* turbopackIgnore: true */ process.cwd(), "db/primary/courier.mjs"),
    { workerData: { file, url, token, port: port2, flags }, transferList: [port2] },
  );
  courier.on("message", () => noteTrouble("primary", new PrimaryError(AWAY)));
  courier.on("error", (error) => noteTrouble("primary", error));
  courier.unref();

  function waited(message: object, longest: number): z.infer<typeof reply> {
    const before = Atomics.load(flags, ANSWERED);
    courier.postMessage(message);
    Atomics.wait(flags, ANSWERED, before, longest);
    const received = receiveMessageOnPort(port1);
    if (!received) throw new PrimaryError("The main database did not answer.");
    return reply.parse(received.message);
  }

  return {
    /** Waits for the first look at the primary; false where another process keeps this copy. */
    open: (): boolean => waited({ open: true }, LONGEST_OPENING).taken !== true,
    isUp: () => Atomics.load(flags, IS_UP) === 1,
    ask(requests: WireRequest[], asked: Asked = {}): WireResult[] {
      if (Atomics.load(flags, IS_UP) === 0) throw new PrimaryError(AWAY);
      const { results, failed, lost } = waited({ requests, ...asked }, LONGEST);
      if (lost !== undefined) throw new PrimaryError(`The main database did not answer: ${lost}`);
      if (failed) {
        const message = failed.message.replace(/^SQLite (input )?error: /, "");
        throw new StatementError(message, failed.code ?? "SQLITE_ERROR");
      }
      return results ?? [];
    },
    close(): void {
      waited({ end: true }, LONGEST);
      port1.close();
      void courier.terminate();
    },
  };
}
