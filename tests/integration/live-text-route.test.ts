import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { GET, POST } from "@/app/api/postmortems/[key]/live/route";
import { makePrivate } from "@/db/mutations/privacy";
import { writeText } from "@/db/mutations/postmortems";
import { getPostmortem } from "@/db/queries/postmortems";
import { findIncidentByKey } from "@/db/queries/record";
import type { Viewer } from "@/lib/domain/viewer";
import { MOST_SENT } from "@/lib/live/texts";
import { dialect } from "@/lib/postmortem-text/dialect";
import { freshDatabase } from "../support/database";
import { makeViewer } from "../support/make";
import { makeIncident } from "../support/make-incident";
import { makePostmortem, openEditor } from "../support/make-text";
import { eventsIn } from "../support/fake-live";

const request = vi.hoisted(() => ({ viewer: undefined as Viewer | undefined }));
vi.mock("@/lib/auth/viewer", () => ({
  getViewer: async () => request.viewer,
  getSessionId: async () => "session",
}));

freshDatabase();
beforeEach(() => {
  request.viewer = makeViewer({ name: "Grace" });
});
afterEach(() => {
  globalThis.musterTexts?.end();
  globalThis.musterTexts = undefined;
});

const BYTES = "application/octet-stream";
const address = (key: string, query: string) =>
  `http://127.0.0.1:3000/api/postmortems/${key}/live?${query}`;
const context = (key: string) => ({ params: Promise.resolve({ key }) });

const get = (key: string, query: string) =>
  GET(new Request(address(key, `${query}&dialect=${dialect}`)), context(key));

function post(key: string, query: string, data: Uint8Array, type = BYTES) {
  const headers = { "Content-Type": type, "Sec-Fetch-Site": "same-origin" };
  const body = new Blob([new Uint8Array(data)]);
  return POST(new Request(address(key, query), { method: "POST", headers, body }), context(key));
}

async function firstEvent(answer: Response) {
  const reader = answer.body?.getReader();
  const { value } = (await reader?.read()) ?? {};
  await reader?.cancel();
  return eventsIn(new TextDecoder().decode(value))[0];
}

describe("the stream of a text", () => {
  test("begins with all of it, under the name of the session", async () => {
    const key = makePostmortem();
    const answer = await get(key, "client=7");
    expect(answer.headers.get("Content-Type")).toContain("text/event-stream");
    expect(await firstEvent(answer)).toMatchObject({
      event: "sync",
      data: { live: expect.any(String), writer: { name: "Grace" } },
    });
  });

  test("is not opened by who asks only whether it would be", async () => {
    const key = makePostmortem();
    const url = address(key, `client=7&dialect=${dialect}`);
    const answer = await GET(new Request(url, { method: "HEAD" }), context(key));
    expect([answer.status, answer.body]).toEqual([200, null]);
  });

  test.each([
    ["a viewer", makeViewer({ role: "viewer" }), 403],
    ["a stranger", undefined, 401],
  ])("is not for %s", async (_, viewer, status) => {
    request.viewer = viewer;
    expect((await get(makePostmortem(), "client=7")).status).toBe(status);
  });

  test("is not there for those outside of a private incident, nor before a text is", async () => {
    const key = makePostmortem();
    makePrivate(makeViewer({ role: "admin" }), { key });
    request.viewer = makeViewer({ userId: 9, name: "Mallory" });
    const hidden = await get(key, "client=7");
    expect([hidden.status, await hidden.json()]).toEqual([
      404,
      { error: `There is no incident ${key}.` },
    ]);
    expect((await get(makeIncident(), "client=7")).status).toBe(404);
  });

  test("says why there is none", async () => {
    const key = makePostmortem(`${">".repeat(30)} deep`);
    const answer = await get(key, "client=7");
    expect(answer.status).toBe(400);
    expect((await answer.json()).error).toContain("The rich editor would lose something");
    expect((await get(key, "")).status).toBe(400);
    const old = await GET(new Request(address(key, "client=7&dialect=old")), context(key));
    expect([old.status, await old.json()]).toEqual([
      409,
      { error: "The portal was updated. Load this page anew to go on writing." },
    ]);
  });
});

describe("what is sent to a text", () => {
  test("is kept before it is answered", async () => {
    const key = makePostmortem("one\n");
    const editor = openEditor(key);
    const answer = await post(key, `live=${editor.live}`, editor.write("two\n"));
    expect([answer.status, await answer.json()]).toEqual([200, { savedAt: expect.any(Number) }]);
    globalThis.musterTexts?.end();
    const incident = findIncidentByKey(makeViewer(), key);
    expect(getPostmortem(incident?.id ?? 0)).toMatchObject({ body: "two\n", version: 2 });
  });

  test("is refused with what is to be done about it", async () => {
    const key = makePostmortem("one\n");
    const editor = openEditor(key);
    editor.write("two\n");
    const late = editor.write("three\n");
    const live = `live=${editor.live}`;
    expect((await post(key, live, late)).status).toBe(412);
    expect((await post(key, live, new Uint8Array([7]))).status).toBe(400);
    expect((await post(key, live, late, "text/plain")).status).toBe(415);
    expect((await post("INC-0", live, late)).status).toBe(404);
    writeText(makeViewer(), { key, text: `${">".repeat(30)} deep` });
    expect((await post(key, live, late)).status).toBe(409);
  });

  test("is not taken from viewers, strangers and other sites", async () => {
    const key = makePostmortem("one\n");
    const editor = openEditor(key);
    const change = editor.write("two\n");
    const send = () => post(key, `live=${editor.live}`, change);
    request.viewer = makeViewer({ role: "viewer" });
    expect((await send()).status).toBe(403);
    request.viewer = undefined;
    expect((await send()).status).toBe(401);
    request.viewer = makeViewer();
    const foreign = new Request(address(key, `live=${editor.live}`), {
      method: "POST",
      headers: { "Content-Type": BYTES, Origin: "https://evil.example" },
    });
    expect((await POST(foreign, context(key))).status).toBe(403);
  });

  test("may be a caret, which is told to nobody where no stream is open", async () => {
    const key = makePostmortem();
    expect((await post(key, "client=7", new Uint8Array([0]))).status).toBe(204);
    expect((await post("INC-0", "client=7", new Uint8Array([0]))).status).toBe(404);
  });

  test("is too much at some point", async () => {
    const key = makePostmortem();
    expect(await firstEvent(await get(key, "client=7"))).toBeDefined();
    for (let n = 0; n < MOST_SENT; n += 1) globalThis.musterTexts?.isTooFast("session");
    const answer = await post(key, "client=7", new Uint8Array([0]));
    expect([answer.status, answer.headers.get("Retry-After")]).toEqual([429, "10"]);
  });
});
