import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import Database from "better-sqlite3";
import { makeConnection, type Connection } from "./connection";
import { openPrimary, type PrimaryAddress } from "./primary";
import { statementOf } from "./statement";

/**
 * A handle with better-sqlite3's interface whose reads are answered by this machine's copy and whose writes
 * go to the primary. A transaction is all there: what it reads is what stands at that moment. Where another
 * process keeps the copy in step (a portal, while the command line runs), this one has its own for as long as
 * it is open.
 */
export function openCopy(file: string, address: PrimaryAddress): Database.Database {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  return openKept(file, address, () => undefined) ?? openOwnCopy(dirname(file), address);
}

const OWN = "copy-";
const DAY = 24 * 3_600_000;

function openOwnCopy(dataDir: string, address: PrimaryAddress): Database.Database {
  removeLeftCopies(dataDir);
  const folder = mkdtempSync(join(dataDir, OWN));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const handle = openKept(join(folder, "muster.db"), address, remove);
  if (!handle) throw new Error(`${folder} is in use.`);
  return handle;
}

/** Whoever was killed could not remove its own. */
function removeLeftCopies(dataDir: string): void {
  for (const name of readdirSync(dataDir)) {
    const path = join(dataDir, name);
    const isLeft = name.startsWith(OWN) && statSync(path).mtimeMs < Date.now() - DAY;
    if (isLeft) rmSync(path, { recursive: true, force: true });
  }
}

/** A handle on a copy that this process keeps; none where another does. */
function openKept(
  file: string,
  address: PrimaryAddress,
  afterClose: () => void,
): Database.Database | undefined {
  const primary = openPrimary(file, address);
  const close = () => {
    primary.close();
    afterClose();
  };
  if (!primary.open()) {
    close();
    return undefined;
  }
  if (!existsSync(file)) {
    close();
    throw new Error("The main database cannot be reached, and this machine has no copy of it yet.");
  }
  const local = new Database(file, { readonly: true, timeout: 5000 });
  return handleOf(local, makeConnection(primary), close);
}

function handleOf(
  local: Database.Database,
  connection: Connection,
  close: () => void,
): Database.Database {
  const own = {
    prepare: (sql: string) => statementOf(local, connection, sql),
    exec: (sql: string) => connection.exec(sql),
    transaction: (run: (...given: unknown[]) => unknown) => transactionOf(connection, run),
    pragma: (source: string, options?: Database.PragmaOptions) =>
      pragmaOf(local, connection, source, options),
    close() {
      local.close();
      close();
    },
  };
  return new Proxy(local, {
    get(target, name) {
      if (name === "inTransaction") return connection.isOpen();
      if (Object.hasOwn(own, name)) return Reflect.get(own, name);
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
}

/** All begin by taking the write lock: there is no other kind over the network. */
function transactionOf(connection: Connection, run: (...given: unknown[]) => unknown) {
  function once(...given: unknown[]): unknown {
    connection.begin();
    try {
      const result = run(...given);
      connection.commit();
      return result;
    } catch (error) {
      connection.rollback();
      throw error;
    }
  }
  return Object.assign(once, { default: once, deferred: once, immediate: once, exclusive: once });
}

/** Foreign keys are the primary's to keep; all else is asked of the copy or, in a transaction, of the primary. */
function pragmaOf(
  local: Database.Database,
  connection: Connection,
  source: string,
  options?: Database.PragmaOptions,
): unknown {
  const [, switched] = /^\s*foreign_keys\s*=\s*(on|off)\s*$/i.exec(source) ?? [];
  if (switched) return connection.keepForeignKeys(switched.toLowerCase() === "on");
  if (!connection.isOpen()) return local.pragma(source, options);
  const statement = statementOf(local, connection, `pragma ${source}`);
  return options?.simple ? statement.pluck().get() : statement.all();
}
