import { beforeEach, describe, expect, test, vi } from "vitest";
import { z } from "zod";
import { defineAction, definePublicAction } from "@/lib/action";
import { ConflictError, DomainError } from "@/lib/domain/error";
import type { Viewer } from "@/lib/domain/viewer";
import { originNow } from "@/lib/origin";
import { makeViewer } from "@/tests/support/make";

const request = vi.hoisted(() => ({
  headers: new Headers(),
  viewer: undefined as Viewer | undefined,
  revalidated: 0,
  refused: new Array<object>(),
  isOld: false,
}));

vi.mock("next/headers", () => ({ headers: async () => request.headers }));
vi.mock("next/cache", () => ({ revalidatePath: () => (request.revalidated += 1) }));
vi.mock("next/navigation", () => ({
  redirect: (path: string) => {
    throw new Error(`redirected to ${path}`);
  },
}));
vi.mock("@/lib/auth/viewer", () => ({ getViewer: async () => request.viewer }));
vi.mock("@/lib/auth/proof", () => ({
  requireRecentSignIn: async () => {
    if (request.isOld) throw new Error("redirected to /account/confirm");
  },
}));
vi.mock("@/db/mutations/refusals", () => ({
  recordRefusal: (entry: object) => request.refused.push({ ...entry, ...originNow() }),
}));

const run = vi.fn((viewer: Viewer, { id }: { id: number }) => `${viewer.name} moved ${id}`);
const input = z.strictObject({ id: z.coerce.number("This is not a number.") });
const move = defineAction({ needs: "action-item:move", input, run });

function formOf(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return form;
}

beforeEach(() => {
  request.headers = new Headers({ "sec-fetch-site": "same-origin" });
  request.viewer = makeViewer();
  request.revalidated = 0;
  request.refused = [];
  request.isOld = false;
  run.mockClear();
});

describe("an action", () => {
  test("that is dangerous asks who is there once more where they signed in long ago", async () => {
    const dangerous = defineAction({ needs: "action-item:move", needsProof: true, input, run });
    expect(await dangerous({ id: 7 })).toMatchObject({ ok: true });
    request.isOld = true;
    await expect(dangerous({ id: 7 })).rejects.toThrow("redirected to /account/confirm");
    expect(await move({ id: 7 })).toMatchObject({ ok: true });
    expect(run).toHaveBeenCalledTimes(2);
  });

  test("runs for an object, for a form, and for a form with a previous result", async () => {
    const done = { ok: true, data: "Grace moved 7" };
    expect(await move({ id: 7 })).toEqual(done);
    expect(await move(formOf({ id: "7" }))).toEqual(done);
    expect(await move(null, formOf({ id: "7" }))).toEqual(done);
    expect(request.revalidated).toBe(3);
  });

  test.each([
    ["another site", { "sec-fetch-site": "cross-site" }],
    ["a foreign origin", { origin: "https://evil.example" }],
    ["nobody knows where", {}],
  ])("refuses what comes from %s", async (_, headers) => {
    request.headers = new Headers(headers);
    expect(await move({ id: 7 })).toMatchObject({ ok: false });
    expect(run).not.toHaveBeenCalled();
    expect(request.refused).toMatchObject([
      { actor: "Grace", action: "door:action", detail: { why: "origin" }, via: "session" },
    ]);
  });

  test("refuses strangers", async () => {
    request.viewer = undefined;
    expect(await move({ id: 7 })).toEqual({
      ok: false,
      error: "You are signed out. Sign in again, then repeat this.",
    });
    expect(run).not.toHaveBeenCalled();
  });

  test("refuses who may not, before it looks at what was sent", async () => {
    request.viewer = makeViewer({ role: "viewer" });
    expect(await move(formOf({ nonsense: "1" }))).toMatchObject({
      error: "You do not have permission to do this.",
    });
    expect(run).not.toHaveBeenCalled();
    expect(request.refused).toMatchObject([
      { actor: "Grace", action: "action-item:move", detail: { why: "role", role: "viewer" } },
    ]);
  });

  test("lets the audit record know from where it came", async () => {
    const headers = { "x-forwarded-for": "192.0.2.7", "x-request-id": "r-1" };
    request.headers = new Headers({ "sec-fetch-site": "same-origin", ...headers });
    run.mockImplementationOnce(() => JSON.stringify(originNow()));
    const origin = { via: "session", address: "192.0.2.7", requestId: "r-1" };
    expect(await move({ id: 7 })).toEqual({ ok: true, data: JSON.stringify(origin) });
    expect(originNow()).toEqual({ via: "system" });
  });

  test("names the fields that are wrong and gives the form back", async () => {
    expect(await move(null, formOf({ id: "x" }))).toEqual({
      ok: false,
      error: "Please check the form.",
      fields: { id: ["This is not a number."] },
      values: { id: "x" },
    });
    expect(run).not.toHaveBeenCalled();
  });

  test("turns a rule that says no into its sentence", async () => {
    run.mockImplementationOnce(() => {
      throw new DomainError("Someone deleted this action item.");
    });
    expect(await move({ id: 7 })).toEqual({
      ok: false,
      error: "Someone deleted this action item.",
    });
    expect(request.revalidated).toBe(0);
  });

  test("marks the field that a rule says no about", async () => {
    run.mockImplementationOnce(() => {
      throw new DomainError("That time is yet to come.", "at");
    });
    expect(await move({ id: 7 })).toEqual({
      ok: false,
      error: "Please check the form.",
      fields: { at: ["That time is yet to come."] },
    });
  });

  test("shows what stands there now after a conflict", async () => {
    run.mockImplementationOnce(() => {
      throw new ConflictError("Someone was faster.", { version: 2 });
    });
    expect(await move({ id: 7 })).toMatchObject({ ok: false, conflict: { version: 2 } });
  });

  test("throws a bug", async () => {
    run.mockImplementationOnce(() => {
      throw new TypeError("undefined is not a function");
    });
    await expect(move({ id: 7 })).rejects.toThrow(TypeError);
  });

  test("goes on to the next page after success, and only then", async () => {
    const go = defineAction({
      needs: "action-item:move",
      input,
      run,
      next: (data, { id }) => `/actions?said=${data}&id=${id}`,
    });
    await expect(go(null, formOf({ id: "7" }))).rejects.toThrow(
      "redirected to /actions?said=Grace moved 7&id=7",
    );
    expect(await go(null, formOf({ id: "x" }))).toMatchObject({ ok: false });
  });

  test("stays where it is when there is no next page", async () => {
    const stay = defineAction({ needs: "action-item:move", input, run, next: () => undefined });
    expect(await stay(null, formOf({ id: "7" }))).toEqual({ ok: true, data: "Grace moved 7" });
  });
});

describe("a public action", () => {
  test("runs for strangers, but not for other sites", async () => {
    const greet = definePublicAction({
      input: z.object({ name: z.string() }),
      run: ({ name }) => name,
    });
    request.viewer = undefined;
    expect(await greet({ name: "Ada" })).toEqual({ ok: true, data: "Ada" });
    request.headers = new Headers({ "sec-fetch-site": "cross-site" });
    expect(await greet({ name: "Ada" })).toMatchObject({ ok: false });
  });
});
