import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { rememberPeople } from "@/db/mutations/directory";
import { importRecord } from "@/db/mutations/import";
import { resolveIncident } from "@/db/mutations/incidents";
import { mergeIncident } from "@/db/mutations/merges";
import { confirmAlias } from "@/db/mutations/people";
import { assignRole, giveUpRole, type Takeover } from "@/db/mutations/roles";
import { listPeople } from "@/db/queries/people";
import { exportRecord, findIncidentByKey, listEventRows, recordOf } from "@/db/queries/record";
import { getRoles, listHeldRoles, nameOfUser } from "@/db/queries/roles";
import { auditLog, people, users } from "@/db/schema";
import { ConflictError } from "@/lib/domain/error";
import type { ResponseRole } from "@/lib/domain/roles";
import { parseRecord } from "@/lib/record/parse";
import { freshDatabase } from "../support/database";
import { makeViewer, sampleRecord } from "../support/make";
import { makeIncident, NOON } from "../support/make-incident";
import { makeUser } from "../support/make-user";

freshDatabase();

const viewer = makeViewer({ name: "Grace" });
const SAMPLE = "INC-2024-0142";
const MINUTE = 60_000;

function incidentOf(key: string) {
  const incident = findIncidentByKey(viewer, key);
  if (!incident) throw new Error(`no ${key}`);
  return incident;
}

function roleIn(key: string, role: ResponseRole) {
  const commander = recordOf(incidentOf(key).id).incident.commander ?? null;
  const found = getRoles({ id: incidentOf(key).id, commander }).roles.find(
    (each) => each.role === role,
  );
  if (!found) throw new Error(`no ${role}`);
  return found;
}

const assign = (change: Partial<Takeover> & { key: string }, now = NOON) =>
  assignRole(viewer, { role: "Incident Commander", person: "Ada", seenHolder: "", ...change }, now);
const lastEvent = (key: string) => listEventRows(incidentOf(key).id).at(-1);

describe("assignRole", () => {
  test("hands command over, and the record, the timeline and the audit say so", () => {
    const key = makeIncident({ commander: "Ada" });

    assign({ key, person: "Grace", seenHolder: "Ada", note: "Database is slow" }, NOON + MINUTE);

    expect(roleIn(key, "Incident Commander")).toMatchObject({
      holders: [{ person: "Grace", since: NOON + MINUTE, note: "Database is slow" }],
      past: [{ person: "Ada", since: NOON, until: NOON + MINUTE }],
    });
    const record = recordOf(incidentOf(key).id);
    expect(record.incident.commander).toBe("Grace");
    expect(record.participants).toEqual([
      { name: "Ada", role: "Incident Commander" },
      { name: "Grace", role: "Incident Commander" },
    ]);
    expect(lastEvent(key)).toMatchObject({
      type: "role_change",
      origin: "system",
      actor: "Grace",
      description: "Grace took over Incident Commander from Ada. Note: Database is slow",
      metadata: { role: "Incident Commander", from: "Ada", to: "Grace" },
    });
    expect(db().select().from(auditLog).all().at(-1)).toMatchObject({
      actor: "Grace",
      action: "role:assign",
      incidentId: incidentOf(key).id,
    });
  });

  test("fills an empty role and takes a new name into the directory", () => {
    const key = makeIncident();
    assign({ key, role: "Scribe", person: " Nina Petrova " });
    expect(roleIn(key, "Scribe").holders).toMatchObject([{ person: "Nina Petrova", since: NOON }]);
    expect(listPeople().map(({ name }) => name)).toContain("Nina Petrova");
    expect(lastEvent(key)?.description).toBe("Nina Petrova is Scribe.");
  });

  test("lets one person hold several roles, and several people be experts", () => {
    const key = makeIncident();
    assign({ key });
    assign({ key, role: "Scribe" });
    assign({ key, role: "Subject Matter Expert" });
    assign({ key, role: "Subject Matter Expert", person: "Bob" });
    expect(roleIn(key, "Scribe").holders).toMatchObject([{ person: "Ada" }]);
    expect(roleIn(key, "Subject Matter Expert").holders).toMatchObject([
      { person: "Ada" },
      { person: "Bob" },
    ]);
  });

  test("changes nothing the second time", () => {
    const key = makeIncident({ commander: "Ada" });
    assign({ key, person: "Grace", seenHolder: "Ada" });
    assign({ key, person: "grace", seenHolder: "Ada" });
    expect(listEventRows(incidentOf(key).id)).toHaveLength(2);
  });

  test("refuses a choice that was made before someone else's", () => {
    const key = makeIncident({ commander: "Ada" });
    assign({ key, person: "Grace", seenHolder: "Ada" });
    expect(() => assign({ key, person: "Bob", seenHolder: "Ada" })).toThrow(
      new ConflictError(
        "Grace became Incident Commander while you chose. Look again, then repeat it.",
        "Grace",
      ),
    );
    expect(roleIn(key, "Incident Commander").holders).toMatchObject([{ person: "Grace" }]);
  });

  test("says that a role was given up meanwhile", () => {
    const key = makeIncident({ commander: "Ada" });
    giveUpRole(viewer, { key, role: "Incident Commander", person: "Ada" }, NOON);
    expect(() => assign({ key, person: "Bob", seenHolder: "Ada" })).toThrow(
      "Ada gave up Incident Commander while you chose.",
    );
  });

  test("knows people by their confirmed addresses, and assigns to no other address or machine", () => {
    const key = makeIncident();
    rememberPeople(["Alice Chen"]);
    confirmAlias(viewer, { alias: "alice@company.com", name: "Alice Chen" });
    assign({ key, person: "alice@company.com" });
    expect(roleIn(key, "Incident Commander").holders).toMatchObject([{ person: "Alice Chen" }]);
    for (const person of ["bob@company.com", "monitoring"]) {
      expect(() => assign({ key, role: "Scribe", person })).toThrow("nobody whom the directory");
    }
  });

  test("takes over from whom an imported record names, and stays importable", () => {
    importRecord("test", sampleRecord());
    expect(roleIn(SAMPLE, "Incident Commander").holders).toMatchObject([
      { person: "Jane Smith", since: null },
    ]);

    assign({ key: SAMPLE, person: "Grace", seenHolder: "Jane Smith" });
    assign({ key: SAMPLE, role: "Operations Lead", person: "Bob Kim", seenHolder: "Alice Chen" });

    expect(roleIn(SAMPLE, "Incident Commander")).toMatchObject({
      holders: [{ person: "Grace", since: NOON }],
      past: [{ person: "Jane Smith", since: null, until: NOON }],
    });
    const exported = parseRecord(Buffer.from(exportRecord(viewer, SAMPLE) ?? ""));
    expect(exported).toMatchObject({
      ok: true,
      record: {
        incident: { commander: "Grace" },
        participants: [
          ...(sampleRecord().participants ?? []),
          { name: "Grace", role: "Incident Commander" },
          { name: "Bob Kim", role: "Operations Lead" },
        ],
      },
    });
    expect(importRecord("test", sampleRecord()).outcome).toBe("unchanged");
  });

  test("leaves an incident alone that turned out to be another one", () => {
    const [key, into] = [makeIncident({ commander: "Ada" }), makeIncident()];
    mergeIncident(viewer, { key, other: into }, NOON);
    expect(() => assign({ key, person: "Grace", seenHolder: "Ada" })).toThrow("was merged into");
    expect(() => giveUpRole(viewer, { key, role: "Incident Commander", person: "Ada" })).toThrow(
      "was merged into",
    );
  });

  test("does not find an incident that is not there", () => {
    expect(() => assign({ key: "INC-2026-9999" })).toThrow("There is no incident");
  });
});

describe("giveUpRole", () => {
  test("leaves the role empty and remembers who held it", () => {
    const key = makeIncident({ commander: "Ada" });
    giveUpRole(viewer, { key, role: "Incident Commander", person: "Ada" }, NOON + MINUTE);
    expect(roleIn(key, "Incident Commander")).toMatchObject({
      holders: [],
      past: [{ person: "Ada", since: NOON, until: NOON + MINUTE }],
    });
    expect(recordOf(incidentOf(key).id).incident.commander).toBeUndefined();
    expect(lastEvent(key)?.description).toBe("Ada gave up Incident Commander.");
  });

  test("takes one expert out and leaves the others", () => {
    importRecord("test", sampleRecord());
    const role = "Subject Matter Expert";
    assign({ key: SAMPLE, role, person: "Ada" });
    giveUpRole(viewer, { key: SAMPLE, role, person: "Carol Davis" }, NOON);
    expect(roleIn(SAMPLE, role)).toMatchObject({
      holders: [{ person: "Ada" }],
      past: [{ person: "Carol Davis", since: null, until: NOON }],
    });
  });

  test("refuses for someone who does not hold it any more", () => {
    const key = makeIncident({ commander: "Ada" });
    assign({ key, person: "Grace", seenHolder: "Ada" });
    expect(() => giveUpRole(viewer, { key, role: "Incident Commander", person: "Ada" })).toThrow(
      "Ada is not Incident Commander any more: Grace is.",
    );
    expect(() => giveUpRole(viewer, { key, role: "Scribe", person: "Ada" })).toThrow(
      "Ada is not Scribe any more.",
    );
  });
});

describe("listHeldRoles", () => {
  test("names what each person holds in open incidents, by the directory's names", () => {
    rememberPeople(["Alice Chen"]);
    confirmAlias(viewer, { alias: "alice@company.com", name: "Alice Chen" });
    const key = makeIncident({ commander: "alice@company.com" });
    assign({ key, role: "Scribe", person: "Bob" });
    const over = makeIncident({ commander: "Bob" });
    resolveIncident(viewer, { key: over }, NOON);

    expect([...listHeldRoles(viewer)]).toEqual([
      ["Alice Chen", [{ person: "Alice Chen", role: "Incident Commander", key }]],
      ["Bob", [{ person: "Bob", role: "Scribe", key }]],
    ]);
  });
});

describe("nameOfUser", () => {
  test("is the linked person's name, else the account's", async () => {
    const userId = await makeUser({ name: "grace" });
    const account = makeViewer({ userId, name: "grace" });
    expect(nameOfUser(account)).toBe("grace");
    const { id } = db().insert(people).values({ name: "Grace Hopper" }).returning().get();
    db().update(users).set({ personId: id }).where(eq(users.id, userId)).run();
    expect(nameOfUser(account)).toBe("Grace Hopper");
  });
});
