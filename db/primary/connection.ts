import {
  PrimaryError,
  StatementError,
  UnsureError,
  type Primary,
  type WireRequest,
} from "./primary";
import { toWire, type WireResult } from "./values";

export type Connection = ReturnType<typeof makeConnection>;

const NOTHING: WireResult = { cols: [], rows: [], affected_row_count: 0, last_insert_rowid: null };

/** After a script, which says nothing of itself: tells how far the copy has to come. */
const WHERE: WireRequest = {
  type: "execute",
  stmt: { sql: "select 1", args: [], want_rows: true },
};

/** Statements to the primary: each by itself, or those of one transaction over one connection. */
export function makeConnection(primary: Primary) {
  let isOpen = false;
  let isBroken = false;
  let keepsForeignKeys = true;

  const prelude = (): WireRequest[] =>
    keepsForeignKeys ? [] : [script("pragma foreign_keys = off")];

  function ask(request: WireRequest): WireResult {
    if (isOpen) return within(() => primary.ask([request])).at(-1) ?? NOTHING;
    const requests = request.type === "sequence" ? [request, WHERE] : [request];
    const results = final(() =>
      primary.ask([...prelude(), ...requests], { begins: true, closes: true }),
    );
    return results.at(-1) ?? NOTHING;
  }

  /** A transaction that broke off is over: what came after it would be stored by itself. */
  function within<Answer>(run: () => Answer): Answer {
    if (isBroken) throw new PrimaryError("The transaction broke off.");
    try {
      return run();
    } catch (error) {
      isBroken = error instanceof PrimaryError || isTimeout(error);
      throw isTimeout(error) ? new PrimaryError(error.message) : error;
    }
  }

  /** What is asked last of a connection may have been done though its answer is missing. */
  function final<Answer>(run: () => Answer): Answer {
    if (!primary.isUp()) return run();
    try {
      return run();
    } catch (error) {
      if (error instanceof PrimaryError) throw new UnsureError(error.message);
      throw error;
    }
  }

  return {
    isOpen: () => isOpen,
    run: (sql: string, values: unknown[]): WireResult =>
      ask({ type: "execute", stmt: { sql, args: values.flat().map(toWire), want_rows: true } }),
    exec: (sql: string): void => void ask(script(sql)),
    keepForeignKeys: (isKept: boolean) => void (keepsForeignKeys = isKept),
    begin(): void {
      primary.ask([...prelude(), script("begin immediate")], { begins: true, isRepeatable: true });
      isOpen = true;
      isBroken = false;
    },
    commit(): void {
      isOpen = false;
      if (isBroken) throw new PrimaryError("The transaction broke off.");
      final(() => primary.ask([script("commit"), WHERE], { closes: true }));
    },
    /** A primary that is away has forgotten the transaction by itself. */
    rollback(): void {
      if (!isOpen) return;
      isOpen = false;
      if (primary.isUp()) forgiving(() => primary.ask([script("rollback")], { closes: true }));
    },
  };
}

const script = (sql: string): WireRequest => ({ type: "sequence", sql });

/** The server ends a transaction that takes long while others wait. */
const isTimeout = (error: unknown): error is StatementError =>
  error instanceof StatementError && error.code === "TRANSACTION_TIMEOUT";

/** A statement that failed may have ended the transaction, too. */
function forgiving(run: () => void): void {
  try {
    run();
  } catch (error) {
    if (!(error instanceof StatementError)) throw error;
  }
}
