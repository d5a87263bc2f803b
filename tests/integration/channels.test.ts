import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import {
  addChannel,
  editChannel,
  removeChannel,
  renewSecret,
  switchChannel,
  testChannel,
  type NewChannel,
} from "@/db/mutations/channels";
import { chooseNotifications } from "@/db/mutations/notification-choices";
import { changeRules } from "@/db/mutations/notification-rules";
import { listSealed } from "@/db/mutations/sealed";
import { findChannel, listChannels, listRules } from "@/db/queries/channels";
import { getOwnChoices } from "@/db/queries/notification-choices";
import { auditLog, channels, notificationRules, outbox, users } from "@/db/schema";
import { unseal } from "@/lib/auth/seal";
import { addressContext, secretContext } from "@/lib/domain/channel";
import { cellName, matrixTexts } from "@/lib/domain/matrix";
import { shownSecret } from "@/lib/webhook/sign";
import { freshDatabase } from "../support/database";
import { makeViewer } from "../support/make";
import { makeChannel } from "../support/make-channel";
import { makeTeam, personNamed } from "../support/make-team";
import { makeUser } from "../support/make-user";

freshDatabase();

const NOW = Date.UTC(2026, 0, 5, 12);
const admin = makeViewer({ role: "admin" });
const STRICT = { allowsPrivate: false };
const ADDRESS = "https://hooks.example.com/services/T1/B2/abcdefgh";
const slack: NewChannel = {
  kind: "slack",
  name: "ops",
  address: ADDRESS,
  isInternal: true,
  hearsDrills: true,
};

const channel = () => {
  const [row] = db().select().from(channels).all();
  if (!row) throw new Error("There is no channel.");
  return row;
};
const audit = () => db().select().from(auditLog).all().at(-1);
const addressOf = ({ address, key }: typeof channels.$inferSelect) =>
  unseal(address, addressContext(key));

describe("addChannel", () => {
  test("keeps the address sealed, shows a hint of it, and writes down who did it", () => {
    expect(addChannel(admin, slack, STRICT)).toEqual({ secret: null });
    expect(addressOf(channel())).toBe(ADDRESS);
    expect(listChannels()).toMatchObject([
      { name: "ops", hint: "https://hooks.example.com/…efgh", perMinute: 20, isOn: true },
    ]);
    const readable = JSON.stringify([
      channel(),
      listChannels(),
      db().select().from(auditLog).all(),
    ]);
    expect(readable).not.toContain("abcdefgh");
    expect(audit()).toMatchObject({ actor: "Grace", action: "channel:add", object: "channel ops" });
  });

  test("gives a webhook a secret, and answers it this one time", () => {
    const { secret } = addChannel(admin, { ...slack, kind: "webhook" }, STRICT);
    const { key, secret: sealed } = channel();
    expect(secret).toBe(shownSecret(unseal(sealed ?? "", secretContext(key))));
    expect(secret).toMatch(/^whsec_/);
    expect(JSON.stringify(listChannels())).not.toContain("secret");
  });

  test("refuses an address that nothing can be sent to, and a name that is taken", () => {
    addChannel(admin, slack, STRICT);
    expect(() => addChannel(admin, { ...slack, name: "OPS" }, STRICT)).toThrow("has this name");
    const open = { ...slack, name: "other", address: "http://example.com/" };
    expect(() => addChannel(admin, open, STRICT)).toThrow("begins with https://");
    expect(listChannels()).toHaveLength(1);
  });
});

describe("editChannel", () => {
  const edit = { name: "pager", isInternal: false, hearsDrills: false, perMinute: 5 };

  test("leaves the address as it is where none is written, and tells what changed", () => {
    const { id } = makeChannel({ name: "ops" });
    editChannel(admin, { id, version: 1, ...edit }, STRICT);
    expect(addressOf(channel())).toBe(ADDRESS);
    expect(channel()).toMatchObject({ ...edit, version: 2 });
    expect(audit()?.detail).toMatchObject({ before: { name: "ops" }, after: { name: "pager" } });
  });

  test("puts another address in its place", () => {
    const { id } = makeChannel({ problem: "It answered with 404." });
    const address = "https://chat.example.com/hooks/zyxwvuts";
    editChannel(admin, { id, version: 1, ...edit, address }, STRICT);
    expect(addressOf(channel())).toBe(address);
    expect(channel()).toMatchObject({ problem: null, hint: "https://chat.example.com/…vuts" });
  });

  test("refuses who saw another version, and what is not there", () => {
    const { id } = makeChannel();
    expect(() => editChannel(admin, { id, version: 7, ...edit }, STRICT)).toThrow("meanwhile");
    expect(() => editChannel(admin, { id: 9, version: 1, ...edit }, STRICT)).toThrow("not there");
  });
});

describe("switchChannel", () => {
  test("switches it off and on again, and writes down each", () => {
    const { id } = makeChannel();
    switchChannel(admin, { id, isOn: false });
    expect(audit()).toMatchObject({ action: "channel:switch-off" });
    expect(() => testChannel(admin, { id }, NOW)).toThrow("switched off");
    switchChannel(admin, { id, isOn: true });
    switchChannel(admin, { id, isOn: true });
    expect(db().select().from(auditLog).all()).toHaveLength(2);
    expect(channel().isOn).toBe(true);
  });
});

describe("renewSecret", () => {
  test("makes another secret for a webhook, and none for what is not signed", () => {
    const { id } = makeChannel({ kind: "webhook", secret: "old" });
    const { secret } = renewSecret(admin, { id });
    const { key, secret: sealed } = channel();
    expect(secret).toBe(shownSecret(unseal(sealed ?? "", secretContext(key))));
    const { id: chat } = makeChannel();
    expect(() => renewSecret(admin, { id: chat })).toThrow("Only webhooks");
  });
});

describe("removeChannel", () => {
  test("takes its rules and messages with it", () => {
    const { id } = makeChannel({ hears: [["incident.declared", "SEV4"]] });
    testChannel(admin, { id }, NOW);
    removeChannel(admin, { id });
    const left = [channels, notificationRules, outbox].map((table) =>
      db().select().from(table).all(),
    );
    expect(left).toEqual([[], [], []]);
    expect(findChannel(id)).toBeUndefined();
  });
});

describe("what channels keep sealed", () => {
  test("is known to whoever puts another key in place", () => {
    makeChannel({ kind: "webhook", secret: "a secret" });
    const texts = listSealed().map(({ text, context }) => unseal(text, context));
    expect(texts).toEqual([ADDRESS, "a secret"]);
    for (const { text, replace } of listSealed()) replace(`${text}x`);
    expect([channel().address, channel().secret].every((each) => each?.endsWith("x"))).toBe(true);
  });
});

describe("changeRules", () => {
  test("keeps what was changed, takes away what is empty, and tells of both", () => {
    const { id } = makeChannel({ name: "ops", hears: [["incident.resolved", "SEV4"]] });
    const seen = matrixTexts(listChannels(), listRules());
    const written = {
      [cellName(id, "incident.declared")]: "SEV2",
      [cellName(id, "incident.resolved")]: "",
    };
    changeRules(admin, { written, seen });
    expect(listRules()).toEqual([
      { channelId: id, happening: "incident.declared", downTo: "SEV2" },
    ]);
    expect(audit()).toMatchObject({
      action: "notification:change-rules",
      detail: {
        before: { "ops: Incident declared": null, "ops: Incident resolved": "SEV4" },
        after: { "ops: Incident declared": "SEV2", "ops: Incident resolved": null },
      },
    });
  });

  test("refuses what somebody else changed meanwhile, and writes nothing for nothing", () => {
    const { id } = makeChannel();
    const seen = matrixTexts(listChannels(), listRules());
    const cell = cellName(id, "incident.declared");
    changeRules(admin, { written: { [cell]: "SEV1" }, seen });
    expect(() => changeRules(admin, { written: { [cell]: "SEV4" }, seen })).toThrow("meanwhile");
    changeRules(admin, { written: { [cell]: "SEV1" }, seen });
    expect(listRules()).toMatchObject([{ downTo: "SEV1" }]);
    expect(db().select().from(auditLog).all()).toHaveLength(1);
  });
});

describe("chooseNotifications", () => {
  const chosen = { choices: {}, zone: "Europe/Berlin", sev1BreaksThrough: false };

  test("keeps a person's choices, as far as they can be chosen", async () => {
    const viewer = makeViewer({ userId: await makeUser() });
    const choices = { "incident.declared": "all", "role.assigned": "all", nonsense: "all" };
    chooseNotifications(viewer, { ...chosen, choices, quietFrom: "22:00", quietUntil: "07:00" });
    expect(getOwnChoices(viewer)).toMatchObject({
      ...{ quietFrom: "22:00", quietUntil: "07:00", zone: "Europe/Berlin" },
      sev1BreaksThrough: false,
      choices: { "incident.declared": "all", "role.assigned": "mine" },
    });
    expect(audit()).toMatchObject({ action: "notification:choose", object: "user 1" });
    chooseNotifications(viewer, chosen);
    expect(getOwnChoices(viewer)).toMatchObject({ quietFrom: null });
  });

  test("proposes the zone of somebody's team until they choose one", async () => {
    makeTeam({ zone: "Asia/Tokyo", members: ["Grace"] });
    const viewer = makeViewer({ userId: await makeUser() });
    expect(getOwnChoices(viewer).zone).toBe("UTC");
    db()
      .update(users)
      .set({ personId: personNamed("Grace") })
      .run();
    expect(getOwnChoices(viewer).zone).toBe("Asia/Tokyo");
  });

  test.each([
    [{ quietFrom: "22:00" }, "a beginning and an end"],
    [{ quietFrom: "25:00", quietUntil: "07:00" }, "time of the day"],
    [{ quietFrom: "07:00", quietUntil: "07:00" }, "another time"],
    [{ zone: "Mars/Olympus" }, "time zone"],
  ])("refuses %j", async (wrong, words) => {
    const viewer = makeViewer({ userId: await makeUser() });
    expect(() => chooseNotifications(viewer, { ...chosen, ...wrong })).toThrow(words);
  });
});
