import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import {
  addAlertSource,
  changeAlertSource,
  dropFormerSecret,
  readDeliveryAgain,
  removeAlertSource,
  rotateSourceKey,
  switchSource,
} from "@/db/mutations/alert-sources";
import {
  countDeliveries,
  getAlertSource,
  getDelivery,
  listAlertSources,
  listDeliveredAlerts,
  listDeliveries,
} from "@/db/queries/alert-sources";
import { alertChanges, alertDeliveries, alerts, alertSources, auditLog } from "@/db/schema";
import { unseal } from "@/lib/auth/seal";
import { sourceContext } from "@/lib/domain/alerts/source";
import { ALERTMANAGER } from "@/tests/support/alert-examples";
import { freshDatabase } from "@/tests/support/database";
import { makeViewer } from "@/tests/support/make";
import { deliver, makeAlertSource } from "@/tests/support/make-alert-source";

freshDatabase();

const NOW = Date.UTC(2026, 0, 5, 10);
const admin = makeViewer({ role: "admin", name: "Ada" });
const change = { serviceId: undefined, settings: {}, secret: undefined, name: "Other" } as const;
const lastEntry = () => db().select().from(auditLog).all().at(-1);
const secretsOf = (id: number) =>
  db()
    .select()
    .from(alertSources)
    .all()
    .flatMap((row) => (row.id === id ? [row.secret, row.formerSecret] : []))
    .map((sealed) => sealed && unseal(sealed, sourceContext(id)));

describe("addAlertSource", () => {
  test("gives the key once, and keeps nothing of it but its hash and its end", () => {
    const { id, key } = addAlertSource(admin, { kind: "grafana", name: "Grafana" }, NOW);
    expect(key).toMatch(/^[\w-]{43}$/);
    expect(getAlertSource(id)).toMatchObject({ kind: "grafana", proof: "none", lastSeenAt: null });
    expect(
      db()
        .$client.serialize()
        .includes(Buffer.from(key.slice(0, -4))),
    ).toBe(false);
    expect(lastEntry()).toMatchObject({
      actor: "Ada",
      action: "alert-source:add",
      object: `alert source ${id}`,
    });
  });

  test("stops at a hundred", () => {
    for (let made = 0; made < 100; made += 1) addAlertSource(admin, { kind: "json", name: "x" });
    expect(() => addAlertSource(admin, { kind: "json", name: "x" })).toThrow("100 sources");
    expect(listAlertSources()).toHaveLength(100);
  });
});

describe("changeAlertSource", () => {
  test("keeps the secret before the last one until it is dropped", () => {
    const { id } = makeAlertSource("alertmanager", { proof: "bearer", secret: "the first one" });
    const bearer = { ...change, id, proof: "bearer" } as const;
    changeAlertSource(admin, { ...bearer, version: 2 });
    expect(secretsOf(id)).toEqual(["the first one", null]);
    changeAlertSource(admin, { ...bearer, version: 3, secret: "the second one" });
    expect(secretsOf(id)).toEqual(["the second one", "the first one"]);
    expect(getAlertSource(id)).toMatchObject({ name: "Other", hasFormerSecret: true });
    dropFormerSecret(admin, { id });
    expect(secretsOf(id)).toEqual(["the second one", null]);
    changeAlertSource(admin, { ...change, id, version: 5, proof: "none" });
    expect(secretsOf(id)).toEqual([null, null]);
    expect(JSON.stringify(db().select().from(auditLog).all())).not.toMatch(
      /the (first|second) one/,
    );
  });

  test("refuses what does not go together", () => {
    const { id } = makeAlertSource("alertmanager");
    const ask = (given: object) => () =>
      changeAlertSource(admin, { ...change, id, version: 1, proof: "none", ...given });
    expect(ask({ proof: "signature", secret: "12345678" })).toThrow("cannot show that");
    expect(ask({ proof: "bearer" })).toThrow("Write the secret");
    expect(ask({ proof: "basic", secret: "12345678" })).toThrow("Write the user");
    expect(ask({ serviceId: 404 })).toThrow("no such service");
    expect(ask({ version: 7 })).toThrow("Somebody changed this source meanwhile");
    expect(ask({ id: 404 })).toThrow("not there any more");
  });
});

describe("a source", () => {
  test("can be switched off and on, and get another key", () => {
    const { id, key } = makeAlertSource();
    switchSource(admin, { id, isOn: false }, NOW);
    expect(getAlertSource(id)?.disabledAt).toBe(NOW);
    switchSource(admin, { id, isOn: true });
    expect(getAlertSource(id)?.disabledAt).toBeNull();
    expect(lastEntry()?.action).toBe("alert-source:enable");
    switchSource(admin, { id, isOn: true });
    const next = rotateSourceKey(admin, { id });
    expect(next).toMatchObject({ id, kind: "json" });
    expect(next.key).not.toBe(key);
    expect(getAlertSource(id)?.keyEnding).toBe(next.key.slice(-4));
  });

  test("goes with all that it sent", () => {
    const source = makeAlertSource("alertmanager");
    deliver(source, ALERTMANAGER, NOW);
    removeAlertSource(admin, source);
    for (const table of [alertSources, alertDeliveries, alerts, alertChanges]) {
      expect(db().select().from(table).all()).toEqual([]);
    }
    expect(() => removeAlertSource(admin, source)).toThrow("not there any more");
  });

  test("lists what it sent, the last first, and what each changed", () => {
    const source = makeAlertSource("alertmanager");
    deliver(source, ALERTMANAGER, NOW);
    deliver(source, { hello: 1 }, NOW + 1);
    expect(countDeliveries(source.id)).toBe(2);
    const [unknown, taken] = listDeliveries(source.id, { page: 1, perPage: 10 });
    expect([unknown?.state, taken?.state]).toEqual(["unknown", "taken"]);
    expect(listDeliveries(source.id, { page: 2, perPage: 1 })).toEqual([taken]);
    expect(listDeliveredAlerts(taken?.id ?? 0)).toMatchObject([{ status: "firing" }]);
    expect(getDelivery(source.id, taken?.id ?? 0)?.body).toBe(JSON.stringify(ALERTMANAGER));
    expect(getDelivery(makeAlertSource().id, taken?.id ?? 0)).toBeUndefined();
  });
});

describe("readDeliveryAgain", () => {
  test("takes what was not understood when it came", () => {
    const source = makeAlertSource("alertmanager");
    deliver(source, ALERTMANAGER, NOW);
    db().delete(alerts).run();
    const deliveryId = listDeliveries(source.id, { page: 1, perPage: 1 })[0]?.id ?? 0;
    db().update(alertDeliveries).set({ state: "unknown", problem: "?" }).run();
    expect(readDeliveryAgain(admin, { id: source.id, deliveryId }, NOW)).toMatchObject({
      state: "taken",
      changes: [{ change: "new" }],
    });
    expect(getDelivery(source.id, deliveryId)).toMatchObject({ state: "taken", problem: null });
    expect(readDeliveryAgain(admin, { id: source.id, deliveryId }, NOW).state).toBe("repeated");
    expect(db().select().from(alerts).all()).toHaveLength(1);
  });

  test("says so where nothing is left to be read", () => {
    const source = makeAlertSource();
    deliver(source, {}, NOW);
    const deliveryId = listDeliveries(source.id, { page: 1, perPage: 1 })[0]?.id ?? 0;
    db().update(alertDeliveries).set({ body: null }).run();
    const again = (id: number) => () => readDeliveryAgain(admin, { id: source.id, deliveryId: id });
    expect(again(deliveryId)).toThrow("not kept");
    expect(again(404)).toThrow("not there any more");
  });
});
