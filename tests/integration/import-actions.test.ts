import { beforeEach, describe, expect, test, vi } from "vitest";
import { importRecordAction, previewImportAction } from "@/app/(portal)/import/actions";
import { GET } from "@/app/(portal)/incidents/[key]/export/route";
import { db } from "@/db/client";
import { importRecord } from "@/db/mutations/import";
import { incidents, publicUpdates } from "@/db/schema";
import type { Viewer } from "@/lib/domain/viewer";
import { freshDatabase } from "../support/database";
import { makeViewer, sampleRecord } from "../support/make";

const request = vi.hoisted(() => ({ viewer: undefined as Viewer | undefined }));

vi.mock("next/headers", () => ({
  headers: async () => new Headers({ "sec-fetch-site": "same-origin" }),
}));
vi.mock("next/cache", () => ({ revalidatePath: () => {} }));
vi.mock("next/navigation", () => ({
  redirect: (path: string) => {
    throw new Error(`redirected to ${path}`);
  },
}));
vi.mock("@/lib/auth/viewer", () => ({ getViewer: async () => request.viewer }));

freshDatabase();
beforeEach(() => {
  request.viewer = makeViewer();
});

const sample = JSON.stringify(sampleRecord());
const stored = () => db().select().from(incidents).all();

/** A form with these fields, and with this text as its file. */
function formOf(fields: Record<string, string>, text?: string): FormData {
  const form = new FormData();
  if (text !== undefined) form.set("file", new File([text], text === "" ? "" : "incident.json"));
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

describe("previewImportAction", () => {
  test("says what a file holds and stores nothing", async () => {
    expect(await previewImportAction(null, formOf({}, sample))).toMatchObject({
      ok: true,
      data: { preview: { state: "new", summary: { key: "INC-2024-0142" } }, text: undefined },
    });
    expect(stored()).toEqual([]);
  });

  test("carries the record where the browser cannot", async () => {
    const result = await previewImportAction(null, formOf({ carry: "on" }, sample));
    expect(result).toMatchObject({ ok: true, data: { text: sample } });
  });

  test("lists the problems of a file that is refused", async () => {
    expect(await previewImportAction(null, formOf({}, "{}"))).toEqual({
      ok: true,
      data: { problems: ["incident: is missing"] },
    });
  });

  test("asks for a file when there is none", async () => {
    expect(await previewImportAction(null, formOf({ carry: "on" }, ""))).toMatchObject({
      ok: false,
      fields: { file: ["Choose a file."] },
    });
  });

  test("refuses a viewer", async () => {
    request.viewer = makeViewer({ role: "viewer" });
    expect(await previewImportAction(null, formOf({}, sample))).toMatchObject({ ok: false });
  });
});

describe("importRecordAction", () => {
  test("stores the file, publishes nothing, and goes to the incident", async () => {
    const send = importRecordAction(null, formOf({}, sample));
    await expect(send).rejects.toThrow("redirected to /incidents/INC-2024-0142");
    expect(stored()).toHaveLength(1);
    expect(db().select().from(publicUpdates).all()).toEqual([]);
  });

  test("stores a carried text, and publishes when asked", async () => {
    const send = importRecordAction(null, formOf({ text: sample, publish: "on" }));
    await expect(send).rejects.toThrow("redirected to /incidents/INC-2024-0142");
    expect(db().select().from(publicUpdates).all()).toHaveLength(4);
  });

  test("asks before it replaces", async () => {
    importRecord("Grace", sampleRecord());
    const changed = sample.replace("Payment Service Degradation", "Payments");
    expect(await importRecordAction(null, formOf({}, changed))).toMatchObject({
      ok: false,
      conflict: ['incident.title: "Payment Service Degradation" → "Payments"'],
    });
    expect(stored()[0]?.title).toBe("Payment Service Degradation");
    const send = importRecordAction(null, formOf({ replace: "on" }, changed));
    await expect(send).rejects.toThrow("redirected");
    expect(stored()[0]?.title).toBe("Payments");
  });

  test("leaves the publication of a security breach, and the import with it, to admins", async () => {
    const breach = sample.replace('"security_breach":false', '"security_breach":true');
    const form = () => formOf({ publish: "on" }, breach);
    expect(await importRecordAction(null, form())).toMatchObject({ ok: false });
    expect(stored()).toEqual([]);
    request.viewer = makeViewer({ role: "admin" });
    await expect(importRecordAction(null, form())).rejects.toThrow("redirected");
  });

  test("refuses a text that is no record", async () => {
    expect(await importRecordAction(null, formOf({}))).toMatchObject({
      ok: false,
      error: "The file is empty.",
    });
  });
});

describe("the export of an incident", () => {
  const ask = (key: string) =>
    GET(new Request("http://127.0.0.1:3000/"), { params: Promise.resolve({ key }) });

  test("is a file with the record, also for viewers", async () => {
    request.viewer = makeViewer({ role: "viewer" });
    importRecord("Grace", sampleRecord());
    const answer = await ask("INC-2024-0142");
    expect(answer.headers.get("content-disposition")).toBe(
      'attachment; filename="INC-2024-0142.json"',
    );
    expect(await answer.json()).toEqual(sampleRecord());
  });

  test("is not there for an unknown incident, nor for strangers", async () => {
    expect((await ask("INC-1")).status).toBe(404);
    request.viewer = undefined;
    expect((await ask("INC-1")).status).toBe(401);
  });
});
