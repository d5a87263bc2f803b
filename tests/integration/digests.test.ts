import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { compose } from "@/app/outbox/compose";
import { db } from "@/db/client";
import { queueDigests } from "@/db/mutations/digests";
import { makePrivate } from "@/db/mutations/privacy";
import { removeDemo } from "@/db/mutations/removal";
import { setDisabled } from "@/db/mutations/users";
import {
  actionItems,
  incidentMembers,
  incidents,
  outbox,
  people,
  personAliases,
  teams,
  users,
} from "@/db/schema";
import { freshDatabase } from "../support/database";
import { makeViewer } from "../support/make";
import { makeActionItem } from "../support/make-action-item";
import { makeIncident } from "../support/make-incident";
import { makeTeam, personNamed } from "../support/make-team";
import { makeUser } from "../support/make-user";

freshDatabase();

const MONDAY = Date.UTC(2026, 10, 23, 8);
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const PAST = "2026-11-20";
const scope = (now = MONDAY, withDemo = false) => ({ now, withDemo });
const queue = (now = MONDAY, after?: number) => queueDigests(after, scope(now));

const messages = () => db().select().from(outbox).orderBy(outbox.id).all();
const keys = () => messages().map(({ key }) => key);

/** The mail that waits for a reader, as it would be sent now. */
function mailTo(recipient: string, now = MONDAY) {
  const message = messages().findLast((each) => each.recipient === recipient);
  return message && compose(message, { ...scope(now), baseUrl: "https://muster.example" });
}

/** Somebody of the directory with an account; answers the account's id. */
async function makeOwner(name: string, overrides: Parameters<typeof makeUser>[0] = {}) {
  const personId = personNamed(name);
  const email = `${name.toLowerCase()}@example.com`;
  const userId = await makeUser({ name: `${name}’s account`, email, ...overrides });
  db().update(users).set({ personId }).where(eq(users.id, userId)).run();
  return userId;
}

describe("queueDigests", () => {
  test("reminds an owner once a working day of what is late, at risk and to be checked", async () => {
    await makeOwner("Ana");
    makeActionItem({ title: "Late", owner: "Ana", deadline: PAST });
    makeActionItem({ title: "Soon", owner: "Ana", deadline: "2026-11-25" });
    makeActionItem({ title: "Later", owner: "Ana", deadline: "2027-11-25" });
    makeActionItem({
      ...{ title: "Checked", owner: "Ana", status: "done" },
      ...{ checkText: "fires at 70 %", checkDue: "2026-11-23" },
    });

    expect(queue()).toBe(1);
    expect(queue()).toBe(0);
    expect(keys()).toEqual([`digest/${personNamed("Ana")}/2026-11-23`]);
    const mail = mailTo("ana@example.com");
    expect(mail?.subject).toBe("1 overdue, 1 at risk, 1 check due: your action items, 23 Nov 2026");
    expect(mail?.text).toContain("AI-1 Late\n  3 days late (20 Nov 2026) · INC-2026-0001");
    expect(mail?.text).toContain("https://muster.example/actions/AI-2");
    expect(mail?.text).toContain("“fires at 70 %” was to be checked by 23 Nov 2026");
    expect(mail?.text).not.toContain("Later");
    expect(mail?.text).toContain("Why do I get this?");

    expect(queue(MONDAY + DAY, MONDAY)).toBe(1);
    expect(queue(MONDAY + 5 * DAY, MONDAY + DAY + HOUR)).toBe(0); // a Saturday
  });

  test("goes on after the incident is closed, and ends with the item", async () => {
    await makeOwner("Ana");
    const id = makeActionItem({ owner: "Ana", deadline: PAST });
    db()
      .update(incidents)
      .set({ status: "closed", resolvedAt: MONDAY - 30 * DAY })
      .run();
    expect(queue()).toBe(1);
    db().update(actionItems).set({ status: "done" }).where(eq(actionItems.id, id)).run();
    expect(queue(MONDAY + DAY, MONDAY)).toBe(0);
  });

  test("waits for eight o’clock where the owner’s first team works", async () => {
    await makeOwner("Ana");
    await makeOwner("Bo");
    makeTeam({ name: "Tokyo", zone: "Asia/Tokyo", members: ["Ana"], lead: null });
    makeTeam({ name: "Denver", zone: "America/Denver", members: ["Ana", "Bo"], lead: null });
    makeActionItem({ owner: "Ana", deadline: PAST });
    makeActionItem({ owner: "Bo", deadline: PAST });
    const day = Date.UTC(2026, 10, 23);

    expect(queue(day - 2 * HOUR, day - 3 * HOUR)).toBe(0);
    expect(queue(day - HOUR, day - 2 * HOUR)).toBe(1); // 08:00 in Tokyo
    expect(queue(day + 14 * HOUR, day - HOUR)).toBe(0);
    expect(queue(day + 15 * HOUR, day + 14 * HOUR)).toBe(1); // 08:00 in Denver
    expect(messages().map(({ recipient }) => recipient)).toEqual([
      "ana@example.com",
      "bo@example.com",
    ]);
  });

  test("leaves out what is snoozed until its day has come", async () => {
    await makeOwner("Ana");
    makeActionItem({ owner: "Ana", deadline: PAST, snoozedUntil: "2026-11-24" });
    expect(queue()).toBe(0);
    expect(queue(MONDAY + DAY, MONDAY)).toBe(1);
  });

  test("reaches an owner by account, by confirmed address, and by the address that a record names", async () => {
    await makeOwner("Ana");
    const bo = personNamed("Bo");
    const alias = { personId: bo, alias: "bo@work.example", confirmedBy: "Ana", confirmedAt: 0 };
    db().insert(personAliases).values(alias).run();
    personNamed("Nobody Knows");
    for (const owner of ["ana", "Bo@work.example", "Eve@example.com", "Nobody Knows", "the team"]) {
      makeActionItem({ owner, deadline: PAST });
    }
    queue();
    expect(messages().map(({ recipient, key }) => `${recipient} ${key}`)).toEqual([
      `ana@example.com digest/${personNamed("Ana")}/2026-11-23`,
      `bo@work.example digest/${bo}/2026-11-23`,
      "eve@example.com digest/eve@example.com/2026-11-23",
    ]);
  });

  test("reminds nobody twice who became known during the day", async () => {
    makeActionItem({ owner: "eve@example.com", deadline: PAST });
    expect(queue()).toBe(1);
    await makeOwner("Eve");
    const alias = { alias: "eve@example.com", confirmedBy: "Ana", confirmedAt: 0 };
    db()
      .insert(personAliases)
      .values({ ...alias, personId: personNamed("Eve") })
      .run();
    expect(queue(MONDAY + HOUR)).toBe(0);
  });

  test("sends one mail to somebody whom the directory knows as two", async () => {
    await makeOwner("Ana");
    const second = { personId: personNamed("A. Lima"), alias: "ana@example.com" };
    db()
      .insert(personAliases)
      .values({ ...second, confirmedBy: "Ana", confirmedAt: 0 })
      .run();
    makeActionItem({ title: "One", owner: "Ana", deadline: PAST });
    makeActionItem({ title: "Two", owner: "A. Lima", deadline: PAST });
    expect(queue()).toBe(1);
    expect(mailTo("ana@example.com")?.subject).toMatch(/^2 overdue/);
  });

  test("leaves alone whoever has no open account any more", async () => {
    const ana = await makeOwner("Ana");
    await makeOwner("Cleo", { role: "admin" });
    setDisabled("admin", ana, true, MONDAY);
    makeActionItem({ owner: "Ana", deadline: PAST });
    expect(queue()).toBe(0);
  });

  test("tells a lead of what nobody in the team owns, daily, and of all that is late, weekly", async () => {
    await makeOwner("Ana");
    makeTeam({ name: "Payments", members: ["Ana", "Bo"] });
    const { id } = makeTeam({ name: "Search", lead: null });
    const teamId = 1;
    makeActionItem({ title: "Orphan", teamId });
    makeActionItem({ title: "Bo’s", owner: "Bo", deadline: PAST });
    makeActionItem({ title: "Elsewhere", teamId: id, deadline: PAST });

    expect(queue()).toBe(2);
    expect(keys()).toEqual([`digest/${personNamed("Ana")}/2026-11-23`, "week/1/2026-11-23"]);
    const [daily, weekly] = messages().map((message) =>
      compose(message, { ...scope(), baseUrl: "https://muster.example" }),
    );
    expect(daily?.subject).toContain("1 without an owner");
    expect(daily?.text).not.toContain("Bo’s");
    expect(weekly?.subject).toBe("Payments: 1 overdue, 1 without an owner of 2 open, 23 Nov 2026");
    expect(weekly?.text).toContain("https://muster.example/actions?board=payments");
    expect(weekly?.text).toContain("3 days late (20 Nov 2026) · Bo · INC-2026-0001");
    expect(weekly?.text).not.toContain("Elsewhere");

    expect(queue(MONDAY + DAY, MONDAY)).toBe(1); // the daily one alone
  });

  test("leaves the demo out where mail really leaves", async () => {
    await makeOwner("Ana");
    await makeOwner("Bo", { isDemo: true });
    const cleo = { personId: personNamed("Cleo"), alias: "cleo@example.com" };
    db()
      .insert(personAliases)
      .values({ ...cleo, confirmedBy: "Ana", confirmedAt: 0 })
      .run();
    db().update(people).set({ isDemo: true }).where(eq(people.name, "Cleo")).run();
    for (const owner of ["Bo", "Cleo"]) makeActionItem({ owner, deadline: PAST });
    expect(queue()).toBe(0);
    makeActionItem({ owner: "Ana", deadline: PAST });
    db().update(incidents).set({ isDemo: true }).run();
    expect(queue()).toBe(0);
    expect(queueDigests(undefined, scope(MONDAY, true))).toBe(3);
  });
});

describe("removing the demo", () => {
  test("takes its reminders along, and leaves the others", async () => {
    await makeOwner("Ana", { role: "admin" });
    await makeOwner("Bo", { isDemo: true });
    db().update(people).set({ isDemo: true }).where(eq(people.name, "Bo")).run();
    makeTeam({ members: ["Bo"] });
    db().update(teams).set({ isDemo: true }).run();
    for (const owner of ["Bo", "eve@example.com"]) makeActionItem({ owner, deadline: PAST });
    db().update(incidents).set({ isDemo: true }).run();
    makeIncident();
    makeActionItem({ owner: "Ana", deadline: PAST });
    queueDigests(undefined, scope(MONDAY, true));
    expect(keys()).toHaveLength(4);

    removeDemo("test");
    expect(messages().map(({ recipient }) => recipient)).toEqual(["ana@example.com"]);
  });
});

describe("a private incident’s items", () => {
  test("are told to those alone who may see it", async () => {
    const [ana] = [await makeOwner("Ana"), await makeOwner("Bo")];
    await makeOwner("Cleo", { role: "admin" });
    const key = makeIncident();
    makeTeam({ members: ["Bo"] });
    for (const owner of ["Ana", "Bo", "Cleo", "eve@example.com"]) {
      makeActionItem({ title: `Secret of ${owner}`, owner, deadline: PAST, teamId: 1 });
    }
    makeActionItem({ title: "Secret of nobody", teamId: 1 });
    makePrivate(makeViewer({ userId: ana }), { key });

    queue();
    const reminders = messages().filter(({ key }) => key.startsWith("digest/"));
    expect(reminders.map(({ recipient }) => recipient)).toEqual([
      "ana@example.com",
      "cleo@example.com",
    ]);
    expect(mailTo("ana@example.com")?.text).not.toContain("of Bo");
  });

  test("are not told either where it became private after the message was queued", async () => {
    await makeOwner("Ana");
    const key = makeIncident();
    makeActionItem({ title: "Secret", owner: "Ana", deadline: PAST });
    queue();
    expect(mailTo("ana@example.com")?.text).toContain("Secret");
    makePrivate(makeViewer({ userId: 77 }), { key });
    db().delete(incidentMembers).run();
    expect(mailTo("ana@example.com")).toBeUndefined();
  });
});

describe("a message that waits", () => {
  test("is not needed once its items are closed, or its reader has another address", async () => {
    const ana = await makeOwner("Ana");
    makeActionItem({ owner: "Ana", deadline: PAST });
    queue();
    db().update(users).set({ email: "ana@new.example" }).where(eq(users.id, ana)).run();
    expect(mailTo("ana@example.com")).toBeUndefined();
    db().update(users).set({ email: "ana@example.com" }).where(eq(users.id, ana)).run();
    expect(mailTo("ana@example.com")).toBeDefined();
    db().update(actionItems).set({ status: "wont_do" }).run();
    expect(mailTo("ana@example.com")).toBeUndefined();
  });

  test("carries titles as text, also in HTML", async () => {
    await makeOwner("Ana");
    const title = 'Alert on <img src=x onerror="alert(1)"> & more';
    makeActionItem({ title, owner: "Ana", deadline: PAST });
    queue();
    expect(mailTo("ana@example.com")?.text).toContain(title);
    expect(mailTo("ana@example.com")?.html).toContain(
      "Alert on &lt;img src=x onerror=&quot;alert(1)&quot;&gt; &amp; more</a>",
    );
  });

  test("names twenty of a kind and counts the others", async () => {
    await makeOwner("Ana");
    for (let i = 0; i < 23; i += 1) makeActionItem({ owner: "Ana", deadline: PAST });
    queue();
    const text = mailTo("ana@example.com")?.text ?? "";
    expect(text.match(/actions\/AI-/g)).toHaveLength(20);
    expect(text).toContain("and 3 more");
  });
});
