import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { createPostmortem } from "@/db/mutations/postmortems";
import {
  addWhyChain,
  editWhyChain,
  insertWhyChain,
  removeWhyChain,
} from "@/db/mutations/why-chains";
import { getPostmortem } from "@/db/queries/postmortems";
import { listWhyChains } from "@/db/queries/why-chains";
import { auditLog } from "@/db/schema";
import { ConflictError, NotFoundError } from "@/lib/domain/error";
import { MOST_CHAINS, MOST_WHYS } from "@/lib/domain/why-chain";
import { freshDatabase } from "../support/database";
import { makeViewer } from "../support/make";
import { makeIncident, NOON } from "../support/make-incident";

freshDatabase();

const grace = makeViewer();
const PROBLEM = {
  problem: "Payments failed",
  answers: ["No free connection", "", " A small pool "],
};
const lastAudit = () => db().select().from(auditLog).all().at(-1);

describe("a chain of whys", () => {
  test("is begun, goes on and is removed, and the audit log keeps what it said", () => {
    const key = makeIncident();
    const { id } = addWhyChain(grace, { key, ...PROBLEM }, NOON);
    expect(listWhyChains(1)).toEqual([
      {
        id,
        problem: "Payments failed",
        answers: ["No free connection", "A small pool"],
        updatedBy: "Grace",
        updatedAt: NOON,
        version: 1,
      },
    ]);

    const ada = makeViewer({ userId: 2, name: "Ada" });
    editWhyChain(ada, { key, id, version: 1, problem: "Nobody could pay", answers: ["Why not"] });
    expect(listWhyChains(1)).toMatchObject([
      { problem: "Nobody could pay", answers: ["Why not"], updatedBy: "Ada", version: 2 },
    ]);

    removeWhyChain(grace, { key, id, version: 2 });
    expect(listWhyChains(1)).toEqual([]);
    expect(lastAudit()).toMatchObject({
      action: "why-chain:remove",
      object: `incident ${key}`,
      detail: { id, problem: "Nobody could pay", answers: ["Why not"] },
      incidentId: 1,
    });
  });

  test("tells the slower of two writers what stands there", () => {
    const key = makeIncident();
    const { id } = addWhyChain(grace, { key, ...PROBLEM });
    const edit = { key, id, version: 1, problem: "Mine", answers: [] };
    editWhyChain(makeViewer({ name: "Ada" }), { ...edit, problem: "Theirs" });
    expect(() => editWhyChain(grace, edit)).toThrow("Ada saved this chain while you were writing.");
    expect(() => removeWhyChain(grace, edit)).toThrow(ConflictError);
    expect(listWhyChains(1)).toMatchObject([{ problem: "Theirs" }]);
  });

  test("is not found under another incident", () => {
    const [key, other] = [makeIncident(), makeIncident()];
    const { id } = addWhyChain(grace, { key, ...PROBLEM });
    expect(() => removeWhyChain(grace, { key: other, id, version: 1 })).toThrow(NotFoundError);
  });

  test("asks a limited number of times, and an incident holds a limited number of them", () => {
    const key = makeIncident();
    const answers = Array(MOST_WHYS + 1).fill("why");
    expect(() => addWhyChain(grace, { key, problem: "x", answers })).toThrow("7 times at most");
    for (let made = 0; made < MOST_CHAINS; made += 1) addWhyChain(grace, { key, ...PROBLEM });
    expect(() => addWhyChain(grace, { key, ...PROBLEM })).toThrow("20 chains already");
  });

  test("is put into the postmortem once, and only where there is one", () => {
    const key = makeIncident();
    const seen = { key, version: 1, ...addWhyChain(grace, { key, ...PROBLEM }) };
    expect(() => insertWhyChain(grace, seen)).toThrow("Nobody has begun this postmortem yet.");

    createPostmortem(grace, { key, body: "## Root cause\n\nA pool.\n\n## Next\n" });
    insertWhyChain(grace, seen);
    expect(getPostmortem(1)).toMatchObject({
      version: 2,
      body: "## Root cause\n\nA pool.\n\n**Problem:** Payments failed\n\n1. Why? No free connection\n2. Why? A small pool\n\n## Next\n",
    });
    expect(() => insertWhyChain(grace, seen)).toThrow("stand in the postmortem already");
  });
});
