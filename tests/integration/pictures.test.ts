import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { mergeIncident } from "@/db/mutations/merges";
import { addPicture } from "@/db/mutations/pictures";
import { findFile } from "@/db/queries/files";
import { auditLog, files, incidents } from "@/db/schema";
import { freshDatabase } from "../support/database";
import { makeViewer } from "../support/make";
import { makeIncident } from "../support/make-incident";

freshDatabase();

const PNG = Uint8Array.from("\x89PNG\r\n\x1a\n.", (letter) => letter.charCodeAt(0));
const grace = makeViewer();
const picture = (key: string, bytes = PNG) => ({ key, name: "graph.png", bytes });

describe("addPicture", () => {
  test("keeps the picture under an address that cannot be guessed, and says so", () => {
    const key = makeIncident();
    const { publicId } = addPicture(grace, picture(key));

    expect(findFile(grace, publicId)).toMatchObject({ name: "graph.png", mediaType: "image/png" });
    expect(Buffer.from(publicId, "base64url")).toHaveLength(32);
    expect(db().select().from(auditLog).all().at(-1)).toMatchObject({
      action: "postmortem:add-picture",
      object: `incident ${key}`,
      detail: { file: publicId },
    });
  });

  test.each([
    ["an SVG", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"],
    ["a page", "<!doctype html><script>alert(1)</script>"],
    ["nothing", ""],
  ])("refuses %s, whatever its name", (_, content) => {
    const bytes = new TextEncoder().encode(content);
    expect(() => addPicture(grace, picture(makeIncident(), bytes))).toThrow("Only PNG, JPEG");
    expect(db().select().from(files).all()).toEqual([]);
  });

  test("refuses more than 5 MB", () => {
    const bytes = new Uint8Array(5 * 1024 * 1024 + 1);
    bytes.set(PNG);
    expect(() => addPicture(grace, picture(makeIncident(), bytes))).toThrow("more than 5 MB");
  });

  test("holds 1000 pictures of an incident at most", () => {
    const key = makeIncident();
    const incidentId = db().select().from(incidents).get()?.id ?? 0;
    const row = { incidentId, name: "x", mediaType: "image/png", bytes: Buffer.from(PNG) };
    for (let id = 0; id < 1000; id += 1) {
      db()
        .insert(files)
        .values({ ...row, publicId: String(id), uploadedBy: "Grace" })
        .run();
    }
    expect(() => addPicture(grace, picture(key))).toThrow("1000 pictures at most");
  });

  test("finds no private incident, and adds nothing to one that was merged", () => {
    const key = makeIncident();
    const other = makeIncident();
    mergeIncident(grace, { key, other });
    expect(() => addPicture(grace, picture(key))).toThrow("was merged into");

    db().update(incidents).set({ isPrivate: true }).run();
    expect(() => addPicture(grace, picture(other))).toThrow(`There is no incident ${other}.`);
  });
});
