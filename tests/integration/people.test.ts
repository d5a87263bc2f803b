import { desc } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { rememberPeople } from "@/db/mutations/directory";
import { confirmAlias, removeAlias } from "@/db/mutations/people";
import { listPeople, listProposals, nameOf } from "@/db/queries/people";
import { auditLog, incidents, personAliases, users } from "@/db/schema";
import { freshDatabase } from "../support/database";
import { makeViewer, sampleRecord } from "../support/make";
import { makeActionItem } from "../support/make-action-item";
import { makeIncident } from "../support/make-incident";

freshDatabase();

const viewer = makeViewer({ name: "Grace" });
const match = { alias: "Alice@Company.com ", name: "Alice Chen" };
const lastAudit = () => db().select().from(auditLog).orderBy(desc(auditLog.id)).limit(1).get();

describe("confirmAlias", () => {
  test("makes an address mean a person, and says who confirmed it", () => {
    rememberPeople(["Alice Chen"]);

    confirmAlias(viewer, match, 1000);

    expect(nameOf("ALICE@company.com")).toBe("Alice Chen");
    expect(listPeople()).toMatchObject([
      {
        name: "Alice Chen",
        aliases: [{ alias: "alice@company.com", confirmedBy: "Grace", confirmedAt: 1000 }],
      },
    ]);
    expect(lastAudit()).toMatchObject({
      actor: "Grace",
      action: "person:confirm",
      object: "person Alice Chen",
      detail: { alias: "alice@company.com" },
    });
  });

  test("adds a person who was not in the directory, and no account", () => {
    confirmAlias(viewer, { alias: "director@company.com", name: " Dana Roy " });
    expect(listPeople().map(({ name }) => name)).toEqual(["Dana Roy"]);
    expect(db().select().from(users).all()).toEqual([]);
  });

  test("finds the person whatever the name's case", () => {
    rememberPeople(["Alice Chen"]);
    confirmAlias(viewer, { ...match, name: "alice chen" });
    expect(listPeople().map(({ name }) => name)).toEqual(["Alice Chen"]);
  });

  test("changes nothing the second time", () => {
    confirmAlias(viewer, match);
    confirmAlias(viewer, match);
    confirmAlias(viewer, { alias: "alice chen", name: "Alice Chen" });
    expect(db().select().from(personAliases).all()).toHaveLength(1);
  });

  test("says whose it is when it belongs to someone else", () => {
    rememberPeople(["Bob Kim"]);
    confirmAlias(viewer, match);
    expect(() => confirmAlias(viewer, { ...match, name: "Bob Kim" })).toThrow(
      "alice@company.com belongs to Alice Chen already. Remove it there first.",
    );
    expect(() => confirmAlias(viewer, { alias: "Bob Kim", name: "Alice Chen" })).toThrow(
      "bob kim belongs to Bob Kim already.",
    );
  });

  test("leaves no new person behind when it is refused", () => {
    confirmAlias(viewer, match);
    expect(() => confirmAlias(viewer, { ...match, name: "Ada Byron" })).toThrow("belongs to");
    expect(listPeople().map(({ name }) => name)).toEqual(["Alice Chen"]);
  });

  test("asks for a person's name", () => {
    expect(() => confirmAlias(viewer, { ...match, name: " " })).toThrow("Choose the person");
    expect(() => confirmAlias(viewer, { ...match, name: "a@b.example" })).toThrow("not an address");
  });
});

describe("removeAlias", () => {
  test("shows the address as it came again", () => {
    confirmAlias(viewer, match);
    removeAlias(viewer, { alias: "Alice@company.com" });
    expect(nameOf("alice@company.com")).toBeUndefined();
    expect(lastAudit()).toMatchObject({ action: "person:remove-alias" });
  });

  test("says so when someone else was faster", () => {
    expect(() => removeAlias(viewer, { alias: "alice@company.com" })).toThrow(
      "Someone removed alice@company.com already.",
    );
  });
});

describe("listProposals", () => {
  test("lists the e-mails of owners and of those on call that belong to nobody yet", () => {
    makeIncident();
    db().update(incidents).set({ context: sampleRecord().context }).run();
    makeActionItem({ owner: "carol@company.com" });
    makeActionItem({ owner: "Carol@company.com" });
    makeActionItem({ owner: "Platform team" });
    rememberPeople(["Alice Chen", "Bob Kim", "Carol Davis"]);
    confirmAlias(viewer, { alias: "bob@company.com", name: "Bob Kim" });

    expect(listProposals()).toEqual([
      {
        alias: "alice@company.com",
        proposed: "Alice Chen",
        ownedItems: 0,
        incidents: ["INC-2026-0001"],
        isOnCall: true,
      },
      {
        alias: "carol@company.com",
        proposed: "Carol Davis",
        ownedItems: 2,
        incidents: ["INC-2026-0001"],
        isOnCall: false,
      },
      {
        alias: "director-eng@company.com",
        proposed: undefined,
        ownedItems: 0,
        incidents: ["INC-2026-0001"],
        isOnCall: true,
      },
    ]);
  });
});
