import { beforeEach, describe, expect, test, vi } from "vitest";
import { ConflictError, DomainError, NotFoundError } from "@/lib/domain/error";
import type { Viewer } from "@/lib/domain/viewer";
import { defineHandler } from "@/lib/handler";
import { makeViewer } from "@/tests/support/make";

const request = vi.hoisted(() => ({
  viewer: undefined as Viewer | undefined,
  refused: new Array<object>(),
}));
vi.mock("@/lib/auth/viewer", () => ({ getViewer: async () => request.viewer }));
vi.mock("@/db/mutations/refusals", () => ({
  recordRefusal: (entry: object) => request.refused.push(entry),
}));

const run = vi.fn((viewer: Viewer) => Response.json({ for: viewer.name }));
const handle = defineHandler({ needs: "incident:import", run });

const ask = (init: RequestInit = {}) => handle(new Request("http://127.0.0.1:3000/x", init), {});

beforeEach(() => {
  request.viewer = makeViewer();
  request.refused = [];
  run.mockClear();
});

describe("a handler", () => {
  test("answers who may ask", async () => {
    expect(await (await ask()).json()).toEqual({ for: "Grace" });
  });

  test("refuses strangers, and who may not", async () => {
    request.viewer = undefined;
    expect((await ask()).status).toBe(401);
    request.viewer = makeViewer({ role: "viewer" });
    expect((await ask()).status).toBe(403);
    expect(run).not.toHaveBeenCalled();
    expect(request.refused).toEqual([
      {
        ...{ actor: "Grace", action: "incident:import", object: "address /x" },
        detail: { why: "role", role: "viewer" },
      },
    ]);
  });

  test("refuses what another site sends", async () => {
    expect(
      (await ask({ method: "POST", headers: { origin: "https://evil.example" } })).status,
    ).toBe(403);
    expect((await ask({ method: "POST" })).status).toBe(403);
    expect(request.refused).toMatchObject([
      { detail: { why: "origin" } },
      { detail: { why: "origin" } },
    ]);
    expect(run).not.toHaveBeenCalled();
  });

  test.each([
    [404, new NotFoundError("No incident here.")],
    [409, new ConflictError("Someone was faster.", 2)],
    [400, new DomainError("Choose a file.")],
  ])("answers %i with the sentence of the rule", async (status, error) => {
    run.mockImplementationOnce(() => {
      throw error;
    });
    const answer = await ask();
    expect([answer.status, await answer.json()]).toEqual([status, { error: error.message }]);
  });

  test("says nothing about a bug", async () => {
    run.mockImplementationOnce(() => {
      throw new TypeError("/home/ada/muster/db.ts: SELECT secret");
    });
    const answer = await ask();
    expect([answer.status, await answer.json()]).toEqual([
      500,
      { error: "Something broke on our side." },
    ]);
  });
});
