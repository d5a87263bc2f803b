import { desc, eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { attachAlerts } from "@/db/mutations/alert-decisions";
import { addActionItem } from "@/db/mutations/action-item-edits";
import { moveActionItem } from "@/db/mutations/action-items";
import { addEvent } from "@/db/mutations/events";
import { measureStale } from "@/db/mutations/figures";
import { importRecord } from "@/db/mutations/import";
import { writeState } from "@/db/mutations/component-states";
import { declareIncident } from "@/db/mutations/incidents";
import { addMember, removeMember } from "@/db/mutations/members";
import { savePostmortem } from "@/db/mutations/postmortems";
import { makePrivate, makeVisible } from "@/db/mutations/privacy";
import { assignRole, giveUpRole } from "@/db/mutations/roles";
import { createShareLink, revokeShareLink } from "@/db/mutations/share-links";
import { publishRecordCommunications } from "@/db/mutations/status-page";
import { postUpdate } from "@/db/mutations/updates";
import { listBoardCards } from "@/db/queries/action-items";
import { getCommand } from "@/db/queries/command";
import { listMembers } from "@/db/queries/members";
import { listPeople } from "@/db/queries/people";
import { findShareLink } from "@/db/queries/public/share";
import { findIncidentByKey, listEventRows, recordOf } from "@/db/queries/record";
import { auditLog, componentStates, incidents, people, users } from "@/db/schema";
import { DomainError, NotFoundError } from "@/lib/domain/error";
import type { Viewer } from "@/lib/domain/viewer";
import { freshDatabase } from "../support/database";
import { makeViewer, sampleRecord } from "../support/make";
import { makeAlert } from "../support/make-alert";
import { makeComponent } from "../support/make-component";
import { makeIncident, NOON } from "../support/make-incident";
import { makeUser } from "../support/make-user";
import { readsOf } from "../support/reads";

freshDatabase();

const CANARY = "heron";
const SAMPLE = "INC-2024-0142";

let grace: Viewer;
let ada: Viewer;
let otto: Viewer;

async function makeAccount(name: string, role: Viewer["role"] = "responder"): Promise<Viewer> {
  const email = `${name.toLowerCase()}@example.com`;
  return { userId: await makeUser({ email, name, role }), name, email, role };
}

beforeEach(async () => {
  grace = await makeAccount("Grace");
  ada = await makeAccount("Ada", "admin");
  otto = await makeAccount("Otto");
  const componentId = makeComponent("Payments");
  writeState({ componentId, status: "major_outage", at: NOON, by: "Grace" });
});

const namesOf = (key: string) => {
  const incident = findIncidentByKey(ada, key);
  return incident && listMembers(incident.id).map(({ name }) => name);
};
const sees = (viewer: Viewer, key: string) => findIncidentByKey(viewer, key) !== undefined;
const lastEvent = (key: string) => listEventRows(findIncidentByKey(ada, key)?.id ?? 0).at(-1);

/** A private incident of Grace's that says the word in all that it holds, and has set a component's state. */
function makeSecret(): string {
  const { key } = declareIncident(
    grace,
    {
      title: `${CANARY} is leaking`,
      severity: "SEV2",
      summary: `The ${CANARY} knows`,
      service: `${CANARY}-api`,
      affectedServices: [`${CANARY}-db`],
      commander: `Hanna ${CANARY}`,
      submissionKey: CANARY,
      isPrivate: true,
    },
    NOON,
  );
  addEvent(grace, { key, type: CANARY, description: `Seen by the ${CANARY}` }, NOON);
  postUpdate(grace, { key, audience: "internal", message: `Told the ${CANARY}` }, NOON);
  addActionItem(grace, { key, title: `Feed the ${CANARY}`, owner: `${CANARY}@company.com` });
  savePostmortem(grace, { key, body: `About the ${CANARY}`, baseVersion: 0 }, NOON);
  assignRole(
    grace,
    { key, role: "Scribe", person: `Henry ${CANARY}`, seenHolder: "", note: CANARY },
    NOON,
  );
  const incidentId = findIncidentByKey(grace, key)?.id;
  db().update(componentStates).set({ incidentId }).run();
  const { id } = makeAlert({ title: `${CANARY} is loud`, serviceText: `${CANARY}-api` });
  attachAlerts(grace, { ids: [id], other: key }, NOON);
  const resolution = { contributing_factors: [`Nobody fed the ${CANARY}`] };
  db().update(incidents).set({ resolution }).where(eq(incidents.key, key)).run();
  measureAll();
  return key;
}

function measureAll(): void {
  while (measureStale(10) > 0);
}

describe("a private incident", () => {
  test.each(["responder", "viewer"] as const)(
    "changes nothing that a %s outside of it can read",
    async (role) => {
      const outsider = await makeAccount("Olga", role);
      importRecord("test", sampleRecord());
      measureAll();
      const before = readsOf(outsider, "INC-2026-0001");

      makeSecret();

      expect(readsOf(outsider, "INC-2026-0001")).toEqual(before);
      expect(JSON.stringify(readsOf(outsider, "INC-2026-0001"))).not.toContain(CANARY);
    },
  );

  test("is all there for its members and for admins", () => {
    const key = makeSecret();
    for (const viewer of [grace, ada]) {
      const reads = readsOf(viewer, key);
      for (const [name, read] of Object.entries(reads.ofIncidents)) {
        expect(JSON.stringify(read) ?? "", name).toContain(CANARY);
      }
      expect(reads.ofIncident.detail?.incident.title).toContain(CANARY);
    }
  });

  test("gives its names to nobody's directory until it is visible", () => {
    const key = makeSecret();
    expect(JSON.stringify(listPeople())).not.toContain(CANARY);

    makeVisible(grace, { key }, NOON);

    const names = listPeople().map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining([`Hanna ${CANARY}`, `Henry ${CANARY}`, "Grace"]));
  });

  test("is written by nobody else, who is told that it is not there", () => {
    const key = makeSecret();
    const writes: ((viewer: Viewer) => unknown)[] = [
      (viewer) => addEvent(viewer, { key, type: "trigger", description: "x" }),
      (viewer) => postUpdate(viewer, { key, audience: "internal", message: "x" }),
      (viewer) => addActionItem(viewer, { key, title: "x" }),
      (viewer) => savePostmortem(viewer, { key, body: "x", baseVersion: 1 }),
      (viewer) =>
        assignRole(viewer, { key, role: "Scribe", person: "Otto", seenHolder: `Henry ${CANARY}` }),
      (viewer) => giveUpRole(viewer, { key, role: "Scribe", person: `Henry ${CANARY}` }),
      (viewer) => makeVisible(viewer, { key }),
      (viewer) => makePrivate(viewer, { key }),
      (viewer) => addMember(viewer, { key, userId: otto.userId }),
      (viewer) => removeMember(viewer, { key, userId: grace.userId }),
      (viewer) => createShareLink(viewer, { key, label: "x" }),
    ];
    for (const write of writes) {
      expect(() => write(otto), String(write)).toThrow(
        new NotFoundError(`There is no incident ${key}.`),
      );
    }
  });

  test("keeps its key from an import without saying anything of itself", () => {
    const key = makeSecret();
    const record = sampleRecord();
    record.incident.id = key;
    expect(() => importRecord(otto, record, { replace: true })).toThrow(
      new DomainError(`The id ${key} is taken. Give the record another one.`),
    );
    expect(importRecord(grace, record, { replace: true }).outcome).toBe("replaced");
    expect(sees(otto, key)).toBe(false);
    expect(listPeople().map(({ name }) => name)).not.toContain("Jane Smith");
  });

  test("lets others move their cards past its own without knowing", () => {
    const [open, hidden] = [makeIncident(), makeIncident()];
    const first = addActionItem(grace, { key: open, title: "First" });
    addActionItem(grace, { key: hidden, title: CANARY });
    const second = addActionItem(grace, { key: open, title: "Second" });
    const third = addActionItem(grace, { key: open, title: "Third" });
    makePrivate(grace, { key: hidden });
    const titles = (viewer: Viewer) => listBoardCards(viewer).map(({ title }) => title);
    expect(listBoardCards(otto).map(({ position }) => position)).toEqual([0, 1, 2]);

    moveActionItem(otto, { id: third.id, to: "open", index: 0 });
    expect(titles(otto)).toEqual(["Third", "First", "Second"]);
    moveActionItem(otto, { id: first.id, to: "open", index: 1 });
    expect(titles(grace)).toEqual(["Third", "First", CANARY, "Second"]);
    moveActionItem(otto, { id: first.id, to: "open", index: 2 });
    expect(titles(otto)).toEqual(["Third", "Second", "First"]);
    moveActionItem(otto, { id: second.id, to: "in_review", index: 0 });
    expect(titles(otto)).toEqual(["Second", "Third", "First"]);
  });
});

describe("makePrivate", () => {
  test("makes members of those who declared it, do this, or hold a role and have an account", () => {
    const { id } = db().insert(people).values({ name: "Carol Davis" }).returning().get();
    db().update(users).set({ personId: id }).where(eq(users.id, otto.userId)).run();
    const key = makeIncident({ commander: "carol davis" });
    db().update(incidents).set({ declaredBy: ada.userId }).where(eq(incidents.key, key)).run();

    makePrivate(grace, { key }, NOON);

    expect(namesOf(key)).toEqual(["Ada", "Grace", "Otto"]);
    expect(lastEvent(key)).toMatchObject({
      type: "privacy_change",
      origin: "system",
      actor: "Grace",
      description: "Made private: only its members and admins see it.",
    });
    const audited = db().select().from(auditLog).orderBy(desc(auditLog.id)).all();
    expect(audited.map(({ action }) => action).slice(0, 2)).toEqual([
      "list:change",
      "incident:make-private",
    ]);
  });

  test("changes nothing the second time", () => {
    const key = makeIncident();
    makePrivate(grace, { key });
    makePrivate(grace, { key });
    makeVisible(grace, { key });
    makeVisible(grace, { key });
    expect(listEventRows(findIncidentByKey(ada, key)?.id ?? 0)).toHaveLength(3);
    expect(namesOf(key)).toEqual([]);
  });

  test("says what outsiders can read, which has to go first", () => {
    importRecord("test", sampleRecord());
    const { id = 0 } = findIncidentByKey(ada, SAMPLE) ?? {};
    publishRecordCommunications(ada, id);
    createShareLink(ada, { key: SAMPLE, label: "a customer" }, NOON);
    createShareLink(ada, { key: SAMPLE, label: "another" }, NOON);
    expect(() => makePrivate(grace, { key: SAMPLE }, NOON)).toThrow(
      "Outsiders can read of INC-2024-0142. Under Share, take its messages off the status page and revoke its 2 share links first.",
    );
    expect(sees(otto, SAMPLE)).toBe(true);
  });

  test("does not mind share links that have ended", () => {
    const key = makeIncident();
    const { token } = createShareLink(grace, { key, label: "a customer", days: 1 }, NOON);
    expect(() => makePrivate(grace, { key }, NOON)).toThrow("revoke its share link first");
    revokeShareLink(grace, { id: 1 }, NOON);
    makePrivate(grace, { key }, NOON);
    expect(findShareLink(token, NOON)).toBeUndefined();
  });

  test("refuses share links from then on, and opens none that there should not be", () => {
    const key = makeIncident();
    const { token } = createShareLink(grace, { key, label: "a customer" }, NOON);
    db().update(incidents).set({ isPrivate: true }).where(eq(incidents.key, key)).run();
    expect(findShareLink(token, NOON)).toBeUndefined();
    expect(() => createShareLink(ada, { key, label: "x" })).toThrow("is private");
  });
});

describe("members", () => {
  test("are added and removed, which is audited", () => {
    const key = makeIncident();
    makePrivate(grace, { key });
    expect(sees(otto, key)).toBe(false);
    addMember(grace, { key, userId: otto.userId });
    addMember(grace, { key, userId: otto.userId });
    expect(sees(otto, key)).toBe(true);
    removeMember(otto, { key, userId: grace.userId });
    expect(sees(grace, key)).toBe(false);
    expect(namesOf(key)).toEqual(["Otto"]);
    const { id } = findIncidentByKey(ada, key) ?? {};
    expect(
      db()
        .select({ action: auditLog.action, incidentId: auditLog.incidentId })
        .from(auditLog)
        .all()
        .filter(({ action }) => action.startsWith("member:")),
    ).toEqual([
      { action: "member:add", incidentId: id },
      { action: "member:add", incidentId: id },
      { action: "member:remove", incidentId: id },
    ]);
  });

  test("are those who are given a role and have an account", () => {
    const key = makeIncident();
    makePrivate(grace, { key });
    assignRole(grace, { key, role: "Scribe", person: "Otto", seenHolder: "" });
    assignRole(grace, { key, role: "Operations Lead", person: "Nobody's", seenHolder: "" });
    expect(namesOf(key)).toEqual(["Grace", "Otto"]);
  });

  test("are open accounts of private incidents only", () => {
    const key = makeIncident();
    expect(() => addMember(grace, { key, userId: otto.userId })).toThrow("visible to everyone");
    makePrivate(grace, { key });
    expect(() => addMember(grace, { key, userId: 404 })).toThrow("This account is closed.");
  });

  test("are offered from accounts that do not see it yet", () => {
    const key = makeIncident();
    makePrivate(grace, { key });
    const incident = db().select().from(incidents).where(eq(incidents.key, key)).get();
    if (!incident) throw new Error("no incident");
    const command = getCommand(grace, incident, recordOf(incident.id));
    expect(command.members.map(({ name }) => name)).toEqual(["Grace"]);
    expect(command.candidates.map(({ name }) => name)).toEqual(["Otto"]);
  });
});

describe("getCommand", () => {
  test("offers whom the record's addresses probably mean, unless the incident is private", () => {
    importRecord("test", sampleRecord());
    const incident = db().select().from(incidents).get();
    if (!incident) throw new Error("no incident");
    const record = recordOf(incident.id);
    expect(getCommand(makeViewer(), incident, record).likely).toContainEqual({
      alias: "alice@company.com",
      person: "Alice Chen",
    });
    expect(getCommand(makeViewer(), { ...incident, isPrivate: true }, record).likely).toEqual([]);
  });
});
