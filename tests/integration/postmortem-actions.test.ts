import { beforeEach, describe, expect, test, vi } from "vitest";
import {
  editPostmortemAction,
  restoreRevisionAction,
} from "@/app/(portal)/incidents/[key]/postmortem/actions";
import { savePostmortem } from "@/db/mutations/postmortems";
import { draftOf, getPostmortem, listRevisions } from "@/db/queries/postmortems";
import { findIncidentByKey } from "@/db/queries/record";
import type { Viewer } from "@/lib/domain/viewer";
import { freshDatabase } from "../support/database";
import { makeViewer } from "../support/make";
import { makeIncident } from "../support/make-incident";

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
  request.viewer = makeViewer({ name: "Grace" });
});

const ada = makeViewer({ name: "Ada" });
const idOf = (key: string) => findIncidentByKey(makeViewer(), key)?.id ?? 0;

describe("editPostmortemAction", () => {
  test("saves what a form sends, with line feeds", async () => {
    const key = makeIncident();
    const form = new FormData();
    for (const [name, value] of Object.entries({ key, version: "0", body: "one\r\ntwo" })) {
      form.set(name, value);
    }

    expect(await editPostmortemAction(null, form)).toMatchObject({
      ok: true,
      data: { kind: "saved", body: "one\ntwo", version: 1, updatedBy: "Grace" },
    });
  });

  test("previews without storing anything", async () => {
    const key = makeIncident();

    const result = await editPostmortemAction({ key, version: 0, body: "*x*", intent: "preview" });

    expect(result).toMatchObject({
      ok: true,
      data: { kind: "preview", body: "*x*", version: 0, reading: { tree: { type: "root" } } },
    });
    expect(getPostmortem(idOf(key))).toBeUndefined();
  });

  test("puts together what two people changed in different places", async () => {
    const key = makeIncident();
    const base = "one\n\ntwo\n\nthree\n";
    savePostmortem(ada, { key, body: base, baseVersion: 0 });
    savePostmortem(ada, { key, body: base.replace("three", "theirs"), baseVersion: 1 });

    const mine = base.replace("one", "mine");
    const result = await editPostmortemAction({ key, version: 1, base, body: mine });

    const both = { body: "mine\n\ntwo\n\ntheirs\n", version: 3, updatedBy: "Grace" };
    expect(result).toMatchObject({ ok: true, data: { kind: "saved", ...both } });
    expect(getPostmortem(idOf(key))).toMatchObject(both);
  });

  test("puts together two first texts from the draft that both began with", async () => {
    const key = makeIncident();
    const draft = draftOf(idOf(key));
    savePostmortem(ada, { key, body: `${draft}\nTheirs.\n`, baseVersion: 0 });

    const mine = draft.replace("## Summary\n", "## Summary\n\nMine.\n");
    const result = await editPostmortemAction({ key, version: 0, body: mine });

    expect(result).toMatchObject({ ok: true, data: { body: `${mine}\nTheirs.\n` } });
  });

  test("answers a conflict with both texts where both changed the same words", async () => {
    const key = makeIncident();
    savePostmortem(ada, { key, body: "one", baseVersion: 0 });
    savePostmortem(ada, { key, body: "theirs", baseVersion: 1 });

    const result = await editPostmortemAction({ key, version: 1, body: "mine" });

    expect(result).toMatchObject({
      ok: true,
      data: {
        kind: "conflict",
        mine: "mine",
        theirs: { body: "theirs", version: 2, updatedBy: "Ada" },
      },
    });
    expect(getPostmortem(idOf(key))?.version).toBe(2);
  });

  test("gives the text back when it is refused", async () => {
    const form = new FormData();
    form.set("key", makeIncident());
    form.set("version", "0");
    form.set("body", "bell \u0007");

    expect(await editPostmortemAction(null, form)).toMatchObject({
      ok: false,
      error: "The text holds the control character U+0007.",
      values: { body: "bell \u0007" },
    });
  });

  test("refuses viewers", async () => {
    request.viewer = makeViewer({ role: "viewer" });
    const key = makeIncident();

    expect(await editPostmortemAction({ key, version: 0, body: "x" })).toMatchObject({ ok: false });
    expect(getPostmortem(idOf(key))).toBeUndefined();
  });
});

describe("restoreRevisionAction", () => {
  test("saves the earlier text and goes back to the postmortem", async () => {
    const key = makeIncident();
    savePostmortem(ada, { key, body: "one", baseVersion: 0 });
    savePostmortem(ada, { key, body: "two", baseVersion: 1 });

    const restore = restoreRevisionAction({ key, version: 1, baseVersion: 2 });

    await expect(restore).rejects.toThrow(`redirected to /incidents/${key}/postmortem`);
    expect(getPostmortem(idOf(key))?.body).toBe("one");
    expect(listRevisions(idOf(key))).toHaveLength(3);
  });
});
