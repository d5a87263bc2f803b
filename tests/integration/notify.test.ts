import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { addActionItem, editActionItem } from "@/db/mutations/action-item-edits";
import { reopenIncident, resolveIncident } from "@/db/mutations/incidents";
import { chooseNotifications } from "@/db/mutations/notification-choices";
import { notify } from "@/db/mutations/notify";
import { assignRole } from "@/db/mutations/roles";
import { changeSeverity } from "@/db/mutations/severity";
import { changeStatus } from "@/db/mutations/status";
import { postUpdate } from "@/db/mutations/updates";
import { happenings, incidents, outbox, users } from "@/db/schema";
import { HAPPENINGS, type Happened, type Happening } from "@/lib/domain/happenings";
import type { HearingChoice } from "@/lib/domain/hearing";
import type { Viewer } from "@/lib/domain/viewer";
import { freshDatabase } from "../support/database";
import { makeViewer } from "../support/make";
import { makeChannel } from "../support/make-channel";
import { makeIncident, NOON } from "../support/make-incident";
import { makeTeam, personNamed } from "../support/make-team";
import { makeUser } from "../support/make-user";

freshDatabase();

const ALL = HAPPENINGS.map((happening): [Happening, "SEV4"] => [happening, "SEV4"]);
const MINUTE = 60_000;
let grace: Viewer;

/** Grace does things; Hopper and Ada hear of them. */
beforeEach(async () => {
  grace = makeViewer({ userId: await makeUser() });
});

async function makeReader(name: string, choices: Partial<Record<Happening, HearingChoice>> = {}) {
  const email = `${name.toLowerCase()}@example.com`;
  const viewer = makeViewer({ userId: await makeUser({ name, email }), name, email });
  if (Object.keys(choices).length > 0) {
    chooseNotifications(viewer, { choices, zone: "UTC", sev1BreaksThrough: true }, NOON);
  }
  return viewer;
}

const rows = () => db().select().from(outbox).orderBy(outbox.id).all();
/** Without the calls that a declaration brings with it. */
const messages = () => rows().filter(({ subject }) => !subject.startsWith("Nobody has"));
const heard = (kind: "channel" | "person") =>
  messages()
    .filter((message) => message.kind === kind)
    .map(({ recipient, subject }) => `${recipient}: ${subject}`);
const told = () =>
  db()
    .select()
    .from(happenings)
    .orderBy(happenings.id)
    .all()
    .flatMap(({ told }) => (told.happening === "escalation.raised" ? [] : [told]));
const idOf = (key: string) =>
  db().select({ id: incidents.id }).from(incidents).where(eq(incidents.key, key)).get()?.id ?? 0;

describe("what happens to an incident", () => {
  test("is told a channel that is to hear of it, each thing once", () => {
    makeChannel({ name: "ops", hears: ALL });
    const key = makeIncident({ summary: "Carts time out." });
    changeStatus(grace, { key, status: "identified", seenStatus: "investigating" }, NOON + MINUTE);
    changeSeverity(grace, { key, severity: "SEV1", seen: "SEV2" }, NOON + 2 * MINUTE);
    resolveIncident(grace, { key }, NOON + 3 * MINUTE);
    reopenIncident(grace, { key, reason: "It is back." }, NOON + 4 * MINUTE);
    expect(heard("channel")).toEqual(
      [
        "Incident declared",
        "Status changed",
        "Severity changed",
        "Incident resolved",
        "Incident reopened",
      ].map((what) => `ops: ${what}: ${key}`),
    );
    expect(told()).toMatchObject([
      { text: "SEV2 declared.", message: "Carts time out.", path: `/incidents/${key}` },
      { text: "Status changed from investigating to identified.", status: "identified" },
      { text: "Severity changed from SEV2 to SEV1.", severity: "SEV1", by: "Grace" },
      { text: "Incident resolved." },
      { text: "Incident reopened: It is back." },
    ]);
  });

  test("writes nothing where nobody hears of it", () => {
    makeIncident();
    makeChannel({ isOn: false, hears: ALL });
    makeIncident();
    expect([messages(), told()]).toEqual([[], []]);
  });

  test("is told once, however many words it has: an update with the status that it brings", () => {
    makeChannel({
      name: "ops",
      hears: [
        ["update.posted_stakeholders", "SEV4"],
        ["incident.resolved", "SEV4"],
      ],
    });
    makeChannel({ name: "ends", hears: [["incident.resolved", "SEV4"]] });
    const key = makeIncident();
    const update = { key, audience: "stakeholders", message: "All is well." } as const;
    postUpdate(grace, { ...update, status: "resolved" }, NOON + MINUTE);
    expect(heard("channel")).toEqual([
      `ops: Stakeholders told: ${key}`,
      `ends: Stakeholders told: ${key}`,
    ]);
    expect(told()).toMatchObject([
      {
        message: "All is well.",
        text: "Stakeholders were told. Status changed from investigating to resolved.",
      },
    ]);
  });

  test("is told channels of its service and its team, down to their severity", () => {
    const { id: teamId } = makeTeam({ services: ["Payments"] });
    const hears: [Happening, "SEV2"][] = [["incident.declared", "SEV2"]];
    makeChannel({ name: "payments", teamId, hears });
    makeChannel({ name: "everything", hears });
    makeIncident({ service: "Payments", severity: "SEV2" });
    makeIncident({ service: "Search", severity: "SEV1" });
    makeIncident({ service: "Payments", severity: "SEV3" });
    expect(heard("channel").map((line) => line.split(":")[0])).toEqual([
      ...["payments", "everything", "everything"],
    ]);
  });

  test("stays with its members where it is private", async () => {
    makeChannel({ hears: ALL });
    const all = { "incident.declared": "all", "incident.resolved": "all" } as const;
    const ada = await makeReader("Ada", all);
    await makeReader("Hopper", all);
    const key = makeIncident({ isPrivate: true, commander: "Ada" });
    resolveIncident({ ...grace, role: "admin" }, { key }, NOON + MINUTE);
    expect(messages().map(({ recipient }) => recipient)).toEqual([ada.email, ada.email, ada.email]);
  });

  test("is marked as a drill, and leaves channels and people alone that want none", async () => {
    makeChannel({ name: "ops", hears: ALL });
    makeChannel({ name: "quiet", hearsDrills: false, hears: ALL });
    await makeReader("Ada", { "incident.declared": "all" });
    makeIncident({ isDrill: true });
    expect(messages().map(({ recipient }) => recipient)).toEqual(["ops"]);
    expect(told()).toMatchObject([{ isDrill: true, text: "SEV2 declared as a drill." }]);
  });
});

describe("people", () => {
  test("hear of what is given to them, unless they do it themselves or want to hear nothing", async () => {
    const ada = await makeReader("Ada");
    const hopper = await makeReader("Hopper", { "role.assigned": "never" });
    const key = makeIncident();
    const role = { key, seenHolder: "" } as const;
    assignRole(grace, { ...role, role: "Incident Commander", person: "Ada", note: "Go." }, NOON);
    assignRole(grace, { ...role, role: "Scribe", person: "Hopper" }, NOON);
    assignRole(grace, { ...role, role: "Operations Lead", person: "Grace" }, NOON);
    addActionItem(grace, { key, title: "Add an alert", owner: "Ada" }, NOON);
    addActionItem(grace, { key, title: "Write it down", owner: hopper.email }, NOON);
    expect(heard("person")).toEqual([
      `${ada.email}: Role assigned: ${key}`,
      `${ada.email}: Action item assigned: ${key}`,
      `${hopper.email}: Action item assigned: ${key}`,
    ]);
    expect(told()).toMatchObject([
      { text: "Ada is Incident Commander.", message: "Go." },
      { text: "Ada owns the action item “Add an alert”.", path: "/actions/AI-1" },
      { path: "/actions/AI-2" },
    ]);
  });

  test("hear of an item again only when it comes to them anew", async () => {
    await makeReader("Ada");
    const key = makeIncident();
    const { id } = addActionItem(grace, { key, title: "Add an alert" }, NOON);
    const edit = { id, title: "Add an alert", owner: "Ada", noDeadline: false };
    editActionItem(grace, { ...edit, version: 1 }, NOON);
    editActionItem(grace, { ...edit, title: "Add two alerts", version: 2 }, NOON);
    expect(heard("person")).toHaveLength(1);
  });

  test("hear of what concerns them: who declared it, holds a role, or is in its service's team", async () => {
    const mine = { "incident.resolved": "mine" } as const;
    const [ada, hopper] = [await makeReader("Ada", mine), await makeReader("Hopper", mine)];
    await makeReader("Olga", mine);
    makeTeam({ services: ["Payments"], members: ["Hopper"] });
    const personId = personNamed("Hopper");
    db().update(users).set({ personId }).where(eq(users.id, hopper.userId)).run();
    const key = makeIncident({ service: "Payments", commander: "Ada" });
    resolveIncident(grace, { key }, NOON + MINUTE);
    expect(
      messages().filter(({ subject }) => subject.startsWith("Incident resolved")),
    ).toMatchObject([{ recipient: ada.email }, { recipient: hopper.email }]);
  });

  test("hear in their quiet hours of a SEV1 and of calls alone, and of the rest when they end", async () => {
    const ada = await makeReader("Ada");
    const night = { quietFrom: "22:00", quietUntil: "07:00", zone: "UTC", sev1BreaksThrough: true };
    chooseNotifications(ada, { choices: { "incident.declared": "all" }, ...night }, NOON);
    const midnight = Date.UTC(2026, 0, 6);
    const key = makeIncident({}, midnight);
    makeIncident({ severity: "SEV1" }, midnight);
    const call = {
      is: "escalation.raised",
      incidentId: idOf(key),
      mark: 1,
      text: "Come.",
    } as const;
    notify({ ...call, by: { name: "system" }, to: [ada.userId], onlyThem: true }, midnight);
    const calls = rows().filter(({ key }) => key.startsWith("word_escalation-raised"));
    expect(messages().map(({ dueAt }) => dueAt)).toEqual([midnight + 7 * 60 * MINUTE, midnight]);
    expect(calls.map(({ dueAt }) => dueAt)).toContain(midnight);
  });

  test("who left hear nothing", async () => {
    const ada = await makeReader("Ada", { "incident.declared": "all" });
    db().update(users).set({ disabledAt: NOON }).where(eq(users.id, ada.userId)).run();
    makeIncident();
    expect(messages()).toEqual([]);
  });
});

describe("notify", () => {
  test("tells what has the same mark once, and answers how many messages wait", () => {
    makeChannel({ hears: ALL });
    const happened: Happened = {
      is: "alert.waiting",
      incidentId: null,
      mark: 7,
      by: { name: "monitoring" },
      text: "DiskFull fires.",
      alert: { title: "DiskFull", severity: null, service: "Payments" },
    };
    expect([notify(happened, NOON), notify(happened, NOON)]).toEqual([1, 0]);
    expect(told()).toMatchObject([
      { key: null, title: "DiskFull", services: ["Payments"], path: "/alerts", severity: null },
    ]);
    expect(messages()).toMatchObject([{ subject: "Alert waits for a person" }]);
  });

  test("says in the list of messages no more than the incident's key", () => {
    makeChannel({ hears: ALL });
    const key = makeIncident({ title: "A secret" });
    expect(JSON.stringify(messages())).not.toContain("secret");
    expect(messages()).toMatchObject([{ subject: `Incident declared: ${key}` }]);
  });
});
