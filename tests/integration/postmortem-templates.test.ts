import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { startPostmortem } from "@/db/mutations/postmortem-drafts";
import {
  addTemplate,
  chooseTemplate,
  editTemplate,
  removeTemplate,
} from "@/db/mutations/postmortem-templates";
import { listAskedSections } from "@/db/queries/postmortem-drafts";
import { findTemplate, listTemplates, templateOf } from "@/db/queries/postmortem-templates";
import { auditLog } from "@/db/schema";
import { SHORT, STANDARD } from "@/lib/domain/built-in-templates";
import { ConflictError } from "@/lib/domain/error";
import { freshDatabase } from "../support/database";
import { makeViewer } from "../support/make";
import { makeIncident, NOON } from "../support/make-incident";

freshDatabase();

const admin = makeViewer({ name: "Ada", role: "admin" });
const names = () => listTemplates().map(({ name }) => name);
const audited = () => db().select().from(auditLog).all().at(-1);
const sections = [
  { title: "All", help: "Everything", isRequired: true, source: "summary" },
] as const;
const edit = (template: string, version: number, name = template) =>
  editTemplate(admin, { template, version, name, sections: [...sections] }, NOON);

describe("an empty database", () => {
  test("has the templates that came with the portal, and a default", () => {
    expect(listTemplates()).toMatchObject([
      { ...STANDARD, version: 0, isDefault: true, isBuiltIn: true, isChanged: false },
      { ...SHORT, isDefault: false, isBuiltIn: true },
    ]);
    expect(templateOf(null).name).toBe("Standard");
    expect(templateOf(404).name).toBe("Standard");
  });
});

describe("addTemplate", () => {
  test("begins with the sections of another one", () => {
    addTemplate(admin, { name: "Security", from: "Short" }, NOON);
    expect(names()).toEqual(["Standard", "Short", "Security"]);
    expect(findTemplate("Security")).toMatchObject({
      sections: SHORT.sections,
      version: 1,
      isBuiltIn: false,
      updatedBy: "Ada",
      updatedAt: NOON,
    });
    expect(audited()).toMatchObject({ action: "template:add", object: "template Security" });
  });

  test("refuses a name that is taken, also by one that came with the portal", () => {
    const again = () => addTemplate(admin, { name: "Short", from: "Standard" });
    expect(again).toThrow("There is a template “Short” already.");
    expect(() => addTemplate(admin, { name: "New", from: "Gone" })).toThrow("no template “Gone”");
  });
});

describe("editTemplate", () => {
  test("changes one that came with the portal without losing its place", () => {
    edit("Standard", 0);
    expect(listTemplates()[0]).toMatchObject({ name: "Standard", sections, version: 1 });
    expect(listTemplates()[0]).toMatchObject({ isDefault: true, isChanged: true });
    expect(audited()).toMatchObject({ action: "template:edit" });
  });

  test("renames others only", () => {
    addTemplate(admin, { name: "Security", from: "Short" });
    expect(edit("Security", 1, "Breach")).toEqual({ name: "Breach", version: 2 });
    expect(names()).toEqual(["Standard", "Short", "Breach"]);
    expect(() => edit("Short", 0, "Brief")).toThrow("Short came with Muster and keeps its name.");
    expect(() => edit("Breach", 2, "Short")).toThrow("already");
  });

  test("refuses whoever has not seen the last change, and says who made it", () => {
    edit("Short", 0);
    expect(() => edit("Short", 0)).toThrow(ConflictError);
    expect(() => edit("Short", 0)).toThrow("Ada changed Short meanwhile.");
    expect(edit("Short", 1)).toEqual({ name: "Short", version: 2 });
  });

  test("refuses sections that break a rule or hide a character", () => {
    const change =
      (title: string, help = "") =>
      () =>
        editTemplate(admin, {
          template: "Short",
          version: 0,
          name: "Short",
          sections: [{ title, help, isRequired: false, source: null }],
        });
    expect(change(" ")).toThrow("Give section 1 a title.");
    expect(change("A\u202e")).toThrow("holds the invisible character U+202E");
    expect(change("A", "\u0007")).toThrow("holds the control character U+0007");
    expect(findTemplate("Short")?.version).toBe(0);
  });
});

describe("removeTemplate", () => {
  test("takes an own one away, and makes one that came with the portal what it was", () => {
    addTemplate(admin, { name: "Security", from: "Short" });
    edit("Short", 0);
    chooseTemplate(admin, { name: "Security" });
    removeTemplate(admin, { name: "Security", version: 1 });
    expect(audited()).toMatchObject({ action: "template:remove" });
    removeTemplate(admin, { name: "Short", version: 1 });
    expect(audited()).toMatchObject({ action: "template:reset" });
    expect(listTemplates()).toMatchObject([
      { name: "Standard", isDefault: true },
      { ...SHORT, version: 2 },
    ]);
  });

  test("takes one away that postmortems follow, which follow the default from then on", () => {
    const key = makeIncident();
    addTemplate(admin, { name: "Security", from: "Short" });
    startPostmortem(admin, { key, template: "Security" });
    removeTemplate(admin, { name: "Security", version: 1 });
    expect(names()).toEqual(["Standard", "Short"]);
    expect(listAskedSections(1)).toEqual(STANDARD.sections);
  });

  test("refuses whoever has not seen the last change, and does nothing twice", () => {
    edit("Short", 0);
    expect(() => removeTemplate(admin, { name: "Short", version: 0 })).toThrow(ConflictError);
    removeTemplate(admin, { name: "Standard", version: 0 });
    expect(findTemplate("Standard")?.version).toBe(0);
    expect(() => removeTemplate(admin, { name: "Gone", version: 1 })).toThrow("no template “Gone”");
  });
});

describe("chooseTemplate", () => {
  test("makes one the default, and one only", () => {
    chooseTemplate(admin, { name: "Short" }, NOON);
    expect(templateOf(undefined).name).toBe("Short");
    chooseTemplate(admin, { name: "Standard" }, NOON);
    chooseTemplate(admin, { name: "Standard" }, NOON);
    expect(listTemplates().filter(({ isDefault }) => isDefault)).toMatchObject([
      { name: "Standard", version: 1 },
    ]);
    expect(db().select().from(auditLog).all()).toHaveLength(2);
  });
});
