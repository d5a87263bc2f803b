import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { attachPicture, linkEvent, removeLink } from "@/db/mutations/event-links";
import { pinEvent } from "@/db/mutations/event-pins";
import { findFile } from "@/db/queries/files";
import { auditLog, eventLinks, events, files, incidents } from "@/db/schema";
import { freshDatabase } from "../support/database";
import { makeViewer } from "../support/make";
import { makeIncident } from "../support/make-incident";

freshDatabase();

const PNG = Uint8Array.from("\x89PNG\r\n\x1a\n.", (letter) => letter.charCodeAt(0));
const grace = makeViewer();
const picture = (key: string, overrides = {}) => ({
  key,
  seq: 1,
  name: "graph.png",
  bytes: PNG,
  alt: "The error rate falls",
  ...overrides,
});
const link = (key: string, overrides = {}) => ({
  key,
  seq: 1,
  url: "https://grafana.example/d/1",
  title: "Error rate",
  ...overrides,
});
const lastAudit = () => db().select().from(auditLog).all().at(-1);

describe("linkEvent", () => {
  test("attaches an address to a row", () => {
    const key = makeIncident();
    linkEvent(grace, link(key));
    expect(db().select().from(eventLinks).all()).toMatchObject([
      { url: "https://grafana.example/d/1", title: "Error rate", fileId: null, addedBy: "Grace" },
    ]);
    expect(lastAudit()).toMatchObject({
      action: "incident:attach",
      detail: { seq: 1, as: "link" },
    });
  });

  test("refuses what is no address of the web", () => {
    const key = makeIncident();
    expect(() => linkEvent(grace, link(key, { url: "javascript:alert(1)" }))).toThrow("https://");
    expect(db().select().from(eventLinks).all()).toEqual([]);
  });

  test("holds twenty at most", () => {
    const key = makeIncident();
    for (let made = 0; made < 20; made += 1) linkEvent(grace, link(key));
    expect(() => linkEvent(grace, link(key))).toThrow("20 links and pictures at most");
  });
});

describe("attachPicture", () => {
  test("keeps the bytes under an address that cannot be guessed", () => {
    const key = makeIncident();
    attachPicture(grace, picture(key));

    const [file] = db().select().from(files).all();
    expect(file).toMatchObject({ name: "graph.png", mediaType: "image/png", uploadedBy: "Grace" });
    expect(Buffer.from(file?.publicId ?? "", "base64url")).toHaveLength(32);
    expect(findFile(grace, file?.publicId ?? "")?.bytes.equals(PNG)).toBe(true);
    expect(db().select().from(eventLinks).all()).toMatchObject([
      { fileId: file?.id, url: null, title: "The error rate falls" },
    ]);
  });

  test("looks at the content and not at the name", () => {
    const key = makeIncident();
    const svg = new TextEncoder().encode("<svg xmlns='http://www.w3.org/2000/svg'/>");
    expect(() => attachPicture(grace, picture(key, { bytes: svg }))).toThrow(
      "Only PNG, JPEG, GIF and WebP pictures",
    );
    expect(db().select().from(files).all()).toEqual([]);
  });

  test("refuses more than 5 MB", () => {
    const key = makeIncident();
    const bytes = new Uint8Array(5 * 1024 * 1024 + 1);
    bytes.set(PNG);
    expect(() => attachPicture(grace, picture(key, { bytes }))).toThrow("more than 5 MB");
    attachPicture(grace, picture(key, { bytes: bytes.subarray(1 - 1, 5 * 1024 * 1024) }));
    expect(db().select().from(files).all()).toHaveLength(1);
  });

  test("keeps no picture for a row that is not there", () => {
    const key = makeIncident();
    expect(() => attachPicture(grace, picture(key, { seq: 9 }))).toThrow("no event 9");
    expect(db().select().from(files).all()).toEqual([]);
  });
});

describe("removeLink", () => {
  test("takes one's own away, and the picture with it", () => {
    const key = makeIncident();
    attachPicture(grace, picture(key));
    removeLink(grace, { key, id: 1 });
    expect(db().select().from(eventLinks).all()).toEqual([]);
    expect(db().select().from(files).all()).toEqual([]);
    expect(lastAudit()).toMatchObject({ action: "incident:remove-attachment", detail: { seq: 1 } });
  });

  test("leaves what others attached to them and to admins", () => {
    const key = makeIncident();
    linkEvent(grace, link(key));
    const ada = makeViewer({ userId: 2, name: "Ada" });
    expect(() => removeLink(ada, { key, id: 1 })).toThrow("Grace attached this.");
    removeLink({ ...ada, role: "admin" }, { key, id: 1 });
    expect(() => removeLink(grace, { key, id: 1 })).toThrow("gone already");
  });

  test("knows nothing of other incidents' attachments", () => {
    linkEvent(grace, link(makeIncident()));
    expect(() => removeLink(grace, { key: makeIncident(), id: 1 })).toThrow("gone already");
  });
});

describe("findFile", () => {
  test("shows a private incident's picture to those only who may know of it", () => {
    const key = makeIncident();
    attachPicture(grace, picture(key));
    db().update(incidents).set({ isPrivate: true }).run();
    const publicId = db().select().from(files).get()?.publicId ?? "";

    expect(findFile(grace, publicId)).toBeUndefined();
    expect(findFile(makeViewer({ role: "admin" }), publicId)).toBeDefined();
    expect(findFile(makeViewer({ role: "admin" }), "guessed")).toBeUndefined();
  });
});

describe("pinEvent", () => {
  test("pins a row and takes it back, each once", () => {
    const key = makeIncident();
    const isPinned = () => db().select().from(events).get()?.isPinned;

    pinEvent(grace, { key, seq: 1, isPinned: true });
    pinEvent(grace, { key, seq: 1, isPinned: true });
    expect(isPinned()).toBe(true);
    expect(lastAudit()).toMatchObject({ action: "incident:pin-event", detail: { seq: 1 } });
    expect(db().select().from(auditLog).all()).toHaveLength(2);

    pinEvent(grace, { key, seq: 1, isPinned: false });
    expect(isPinned()).toBe(false);
    expect(lastAudit()?.action).toBe("incident:unpin-event");
  });

  test("says so when the row is not there", () => {
    expect(() => pinEvent(grace, { key: makeIncident(), seq: 9, isPinned: true })).toThrow(
      "no event 9",
    );
  });
});
