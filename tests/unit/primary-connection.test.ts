import { describe, expect, test } from "vitest";
import { makeConnection } from "@/db/primary/connection";
import { PrimaryError, StatementError, UnsureError, type Primary } from "@/db/primary/primary";

type Asked = Parameters<Primary["ask"]>;

/** A primary that answers nothing in particular, or throws what is given for a script or statement. */
function fakePrimary(failures: Record<string, Error> = {}) {
  const asked: string[] = [];
  const primary: Primary = {
    open: () => true,
    isUp: () => true,
    close: () => undefined,
    ask(requests: Asked[0]) {
      for (const request of requests) {
        const sql = request.type === "sequence" ? request.sql : request.stmt.sql;
        asked.push(sql);
        const failure = failures[sql];
        if (failure) throw failure;
      }
      return [];
    },
  };
  return { asked, connection: makeConnection(primary) };
}

describe("a transaction on the primary", () => {
  test("stores nothing more once the server ended it", () => {
    const timeout = new StatementError("Transaction timed out", "TRANSACTION_TIMEOUT");
    const { asked, connection } = fakePrimary({ slow: timeout });
    connection.begin();
    expect(() => connection.run("slow", [])).toThrow(PrimaryError);
    expect(() => connection.run("later", [])).toThrow(PrimaryError);
    expect(() => connection.commit()).toThrow(PrimaryError);
    expect(asked).not.toContain("later");
    expect(asked).not.toContain("commit");
    expect(connection.isOpen()).toBe(false);
  });

  test("stores nothing more once an answer went missing", () => {
    const { asked, connection } = fakePrimary({ lost: new PrimaryError("away") });
    connection.begin();
    expect(() => connection.run("lost", [])).toThrow(PrimaryError);
    expect(() => connection.commit()).toThrow(PrimaryError);
    expect(asked).not.toContain("commit");
  });

  test("goes on after a statement that a rule refused", () => {
    const { asked, connection } = fakePrimary({ twice: new StatementError("UNIQUE", "S") });
    connection.begin();
    expect(() => connection.run("twice", [])).toThrow("UNIQUE");
    connection.run("other", []);
    connection.commit();
    expect(asked).toContain("commit");
  });

  test("is unsure where the answer to its commit went missing", () => {
    const { connection } = fakePrimary({ commit: new PrimaryError("away") });
    connection.begin();
    expect(() => connection.commit()).toThrow(UnsureError);
  });

  test("begins anew after one that broke off", () => {
    const { asked, connection } = fakePrimary({ lost: new PrimaryError("away") });
    connection.begin();
    expect(() => connection.run("lost", [])).toThrow(PrimaryError);
    connection.rollback();
    connection.begin();
    connection.run("fine", []);
    connection.commit();
    expect(asked.slice(-3)).toEqual(["fine", "commit", "select 1"]);
  });
});
