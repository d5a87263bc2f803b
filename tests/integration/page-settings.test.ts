import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { editPage } from "@/db/mutations/page-settings";
import { readPageSettings } from "@/db/queries/page-settings";
import { readSite } from "@/db/queries/public/site";
import { auditLog } from "@/db/schema";
import { ConflictError } from "@/lib/domain/error";
import { freshDatabase } from "../support/database";
import { makeViewer } from "../support/make";

freshDatabase();

const admin = makeViewer({ role: "admin" });
const EDIT = {
  name: "Acme status",
  about: "How Acme is",
  zone: "Europe/Berlin",
  supportUrl: "https://acme.example/help",
  copyUrl: "https://copy.example",
  mailsPerHour: 200,
  version: 1,
};

describe("editPage", () => {
  test("changes what the page says of itself, and writes down what of it", () => {
    editPage(admin, EDIT, 7);
    const { about, zone, supportUrl, copyUrl, name } = EDIT;
    expect(readSite("http://status.example").page).toMatchObject({
      name,
      about,
      zone,
      supportUrl,
      copyUrl,
      updatedAt: 7,
    });
    expect(readPageSettings()).toMatchObject({ mailsPerHour: 200, version: 2 });
    expect(db().select().from(auditLog).all()).toMatchObject([
      {
        action: "page:edit",
        detail: {
          before: { name: "Status", zone: "Etc/UTC", mailsPerHour: 5000 },
          after: { zone, supportUrl, mailsPerHour: 200 },
        },
      },
    ]);
  });

  test("takes away what is left empty, and does nothing where nothing changes", () => {
    editPage(admin, EDIT);
    editPage(admin, { ...EDIT, version: 2 });
    expect(readPageSettings().version).toBe(2);
    const { about: _, supportUrl: __, copyUrl: ___, ...rest } = EDIT;
    editPage(admin, { ...rest, version: 2 });
    expect(readPageSettings()).toMatchObject({
      about: null,
      supportUrl: null,
      copyUrl: null,
      version: 3,
    });
  });

  test("refuses unknown zones, and whoever has not seen the last change", () => {
    expect(() => editPage(admin, { ...EDIT, zone: "Nowhere" })).toThrow("not a time zone");
    editPage(admin, EDIT);
    expect(() => editPage(admin, EDIT)).toThrow(ConflictError);
  });
});
