import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import {
  addMaintenanceTemplate,
  editMaintenanceTemplate,
  removeMaintenanceTemplate,
} from "@/db/mutations/maintenance-templates";
import { listMaintenanceTemplates } from "@/db/queries/maintenance-templates";
import { auditLog } from "@/db/schema";
import { ConflictError } from "@/lib/domain/error";
import { freshDatabase } from "../support/database";
import { makeViewer } from "../support/make";

freshDatabase();

const grace = makeViewer();
const PATCHES = {
  name: "Monthly patches",
  title: "Security updates",
  body: "We install updates.",
  minutes: 90,
  componentIds: [1, 2],
};
const audited = () =>
  db()
    .select()
    .from(auditLog)
    .all()
    .map(({ action }) => action);

describe("maintenance templates", () => {
  test("keep words, changed and removed, and who did", () => {
    addMaintenanceTemplate(grace, PATCHES);
    const [template] = listMaintenanceTemplates();
    expect(template).toMatchObject(PATCHES);

    const id = template?.id ?? 0;
    editMaintenanceTemplate(grace, { ...PATCHES, id, version: 1, minutes: 60 });
    expect(listMaintenanceTemplates()).toMatchObject([{ minutes: 60, version: 2 }]);
    removeMaintenanceTemplate(grace, { id });
    expect(listMaintenanceTemplates()).toEqual([]);
    expect(audited()).toEqual([
      "maintenance:add-template",
      "maintenance:edit-template",
      "maintenance:remove-template",
    ]);
  });

  test("have names of their own, and are changed as they were seen", () => {
    addMaintenanceTemplate(grace, PATCHES);
    expect(() => addMaintenanceTemplate(grace, PATCHES)).toThrow("already");
    const [template] = listMaintenanceTemplates();
    const edit = { ...PATCHES, id: template?.id ?? 0 };
    expect(() => editMaintenanceTemplate(grace, { ...edit, version: 2 })).toThrow(ConflictError);
    expect(() => removeMaintenanceTemplate(grace, { id: 99 })).toThrow("not there");
  });
});
