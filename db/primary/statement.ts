import type Database from "better-sqlite3";
import type { Connection } from "./connection";
import { fromWire, type Value, type WireResult } from "./values";

/**
 * A statement that reads this machine's copy or, where it writes or is part of a transaction, asks the
 * primary. It answers as better-sqlite3 does.
 */
export function statementOf(local: Database.Database, connection: Connection, sql: string) {
  let shape: "objects" | "arrays" | "first" = "objects";

  /** The statement on the copy, where that may answer. */
  function onCopy(): Database.Statement | undefined {
    if (connection.isOpen()) return undefined;
    const statement = local.prepare(sql);
    const isCopied = /^\s*vacuum\s+into\b/i.test(sql);
    if (!statement.readonly && !isCopied) return undefined;
    if (shape === "arrays") statement.raw();
    if (shape === "first") statement.pluck();
    return statement;
  }

  const rowOf = (names: (string | null)[], row: Value[]): unknown => {
    if (shape === "arrays") return row;
    if (shape === "first") return row[0];
    return Object.fromEntries(row.map((value, at) => [names[at] ?? "", value]));
  };

  function rowsOf({ cols, rows }: WireResult): unknown[] {
    const names = cols.map(({ name }) => name);
    return rows.map((row) => rowOf(names, row.map(fromWire)));
  }

  const all = (...values: unknown[]): unknown[] =>
    onCopy()?.all(...values) ?? rowsOf(connection.run(sql, values));

  const statement = {
    source: sql,
    all,
    get(...values: unknown[]): unknown {
      const copy = onCopy();
      return copy ? copy.get(...values) : rowsOf(connection.run(sql, values))[0];
    },
    iterate: (...values: unknown[]) => all(...values).values(),
    run(...values: unknown[]) {
      const copy = onCopy();
      if (copy) return copy.run(...values);
      const { affected_row_count, last_insert_rowid } = connection.run(sql, values);
      return { changes: affected_row_count, lastInsertRowid: Number(last_insert_rowid ?? 0) };
    },
    raw(isOn = true) {
      shape = isOn ? "arrays" : "objects";
      return statement;
    },
    pluck(isOn = true) {
      shape = isOn ? "first" : "objects";
      return statement;
    },
  };
  return statement;
}
