import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { coverOnCall, endCover, planOnCall } from "@/db/mutations/on-call";
import { removeTeamMember } from "@/db/mutations/team-parts";
import { setDisabled } from "@/db/mutations/users";
import { getOnCall } from "@/db/queries/on-call";
import { listCallable } from "@/db/queries/responders";
import { findTeam } from "@/db/queries/teams";
import { auditLog } from "@/db/schema";
import { freshDatabase } from "../support/database";
import { makeViewer } from "../support/make";
import { NOON } from "../support/make-incident";
import { makeAccount, makeOnCallTeam } from "../support/make-on-call";
import { makeTeam, personNamed } from "../support/make-team";

freshDatabase();

const HOUR = 3_600_000;
const admin = makeViewer({ role: "admin" });

function onCall(slug: string, now = NOON) {
  const team = findTeam(slug);
  if (!team) throw new Error("no team");
  return getOnCall(team, now);
}
const calledNow = (slug: string, now = NOON) => onCall(slug, now).now.map(({ name }) => name);

describe("planOnCall", () => {
  test("keeps the order and the turns, and tells the audit record", () => {
    const { slug } = makeTeam({ members: ["Ada", "Ben"] });
    const order = [personNamed("Ben"), personNamed("Ada")];
    expect(calledNow(slug)).toEqual([]);
    planOnCall(admin, { slug, version: 0, order, rotatesFrom: "2026-01-05" }, NOON);

    expect(calledNow(slug)).toEqual(["Ben", "Ada"]);
    expect(calledNow(slug, NOON + 7 * 24 * HOUR)).toEqual(["Ada", "Ben"]);
    expect(onCall(slug)).toMatchObject({ version: 1, rotatesFrom: "2026-01-05", cover: null });
    expect(db().select().from(auditLog).all().at(-1)).toMatchObject({
      action: "team:plan-on-call",
      detail: {
        before: { order: "", rotatesFrom: null },
        after: { order: "Ben, Ada", rotatesFrom: "2026-01-05" },
      },
    });
  });

  test("lets the second of two writers know", () => {
    const slug = makeOnCallTeam({ members: ["Ada"], onCall: ["Ada"] });
    expect(() => planOnCall(admin, { slug, version: 0, order: [] }, NOON)).toThrow(
      "while you wrote",
    );
    expect(calledNow(slug)).toEqual(["Ada"]);
  });

  test("refuses people twice, people of elsewhere, and days that are none", () => {
    const { slug } = makeTeam({ members: ["Ada"] });
    const ada = personNamed("Ada");
    const plan = { slug, version: 0, order: [ada] };
    expect(() => planOnCall(admin, { ...plan, order: [ada, ada] }, NOON)).toThrow("twice");
    expect(() => planOnCall(admin, { ...plan, order: [personNamed("Zoe")] }, NOON)).toThrow(
      "not in Payments any more",
    );
    expect(() => planOnCall(admin, { ...plan, rotatesFrom: "2026-02-30" }, NOON)).toThrow(
      "Choose the day",
    );
    expect(() => planOnCall(admin, { ...plan, slug: "none" }, NOON)).toThrow("not there");
  });

  test("is over for whoever leaves the team", () => {
    const slug = makeOnCallTeam({ members: ["Ada", "Ben"], onCall: ["Ada", "Ben"] });
    removeTeamMember(admin, { slug, personId: personNamed("Ada") });
    expect(calledNow(slug)).toEqual(["Ben"]);
  });
});

describe("coverOnCall", () => {
  test("puts somebody first until their time is over", () => {
    const slug = makeOnCallTeam({ members: ["Ada", "Ben", "Cleo"], onCall: ["Ada", "Ben"] });
    coverOnCall(makeViewer(), { slug, personId: personNamed("Cleo"), hours: 4 }, NOON);
    expect(calledNow(slug)).toEqual(["Cleo", "Ada", "Ben"]);
    expect(onCall(slug).cover).toMatchObject({ until: NOON + 4 * HOUR, person: { name: "Cleo" } });
    expect(calledNow(slug, NOON + 4 * HOUR)).toEqual(["Ada", "Ben"]);
    expect(onCall(slug, NOON + 4 * HOUR).cover).toBeNull();
  });

  test("works where nothing was planned", () => {
    const { slug } = makeTeam({ members: ["Ada"] });
    coverOnCall(makeViewer(), { slug, personId: personNamed("Ada"), hours: 8 }, NOON);
    expect(calledNow(slug)).toEqual(["Ada"]);
  });

  test("refuses people of elsewhere", () => {
    const slug = makeOnCallTeam({ members: ["Ada"], onCall: ["Ada"] });
    const cover = { slug, personId: personNamed("Zoe"), hours: 4 } as const;
    expect(() => coverOnCall(makeViewer(), cover, NOON)).toThrow("not in Payments any more");
  });
});

describe("endCover", () => {
  test("has the first one called again, and does nothing where nobody stands in", () => {
    const slug = makeOnCallTeam({ members: ["Ada", "Ben"], onCall: ["Ada"] });
    coverOnCall(makeViewer(), { slug, personId: personNamed("Ben"), hours: 4 }, NOON);
    endCover(makeViewer(), { slug }, NOON);
    const { version } = onCall(slug);
    expect(calledNow(slug)).toEqual(["Ada"]);
    endCover(makeViewer(), { slug }, NOON);
    expect(onCall(slug).version).toBe(version);
  });
});

describe("listCallable", () => {
  test("leaves out who has no account, only looks, or whose account is closed", () => {
    makeAccount("Ada");
    makeAccount("Olga", "admin");
    makeAccount("Ben", "viewer");
    setDisabled("test", makeAccount("Cleo"), true, NOON);
    const those = ["Ada", "Ben", "Cleo", "Dan"].map((name) => ({ name }));
    expect(listCallable(those)).toEqual([{ name: "Ada" }]);
  });
});
