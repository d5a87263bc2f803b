import { createHmac } from "node:crypto";
import fc from "fast-check";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { db } from "@/db/client";
import {
  changeAlertSource,
  dropFormerSecret,
  rotateSourceKey,
  switchSource,
} from "@/db/mutations/alert-sources";
import { alertDeliveries, alerts, auditLog } from "@/db/schema";
import { GRAFANA_SIGNATURE, SOURCE_KINDS, type SourceKind } from "@/lib/domain/alerts/source";
import * as examples from "@/tests/support/alert-examples";
import { bentDelivery } from "@/tests/support/arbitrary-delivery";
import { askHook } from "@/tests/support/ask-hook";
import { freshDatabase } from "@/tests/support/database";
import { makeViewer } from "@/tests/support/make";
import { makeAlertSource } from "@/tests/support/make-alert-source";

freshDatabase();
beforeEach(() => {
  globalThis.musterHookRates = undefined;
});

const SECRET = "a secret of the other side";
const admin = makeViewer({ role: "admin" });
const EXAMPLES: Record<SourceKind, object> = {
  alertmanager: examples.ALERTMANAGER,
  grafana: examples.GRAFANA,
  pagerduty: examples.PAGERDUTY,
  events: examples.EVENT,
  datadog: examples.DATADOG,
  opsgenie: examples.OPSGENIE,
  sentry: examples.SENTRY,
  json: { title: "Disk full", severity: "critical", service: "db" },
};

const listAlerts = () => db().select().from(alerts).all();
const listDeliveries = () => db().select().from(alertDeliveries).all();
const hex = (secret: string, text: string) =>
  createHmac("sha256", secret).update(text).digest("hex");
const basic = (text: string) => `Basic ${Buffer.from(text).toString("base64")}`;

describe("an address for alerts", () => {
  test.each(SOURCE_KINDS)("takes what %s sends, as documented", async (kind) => {
    const { key } = makeAlertSource(kind);
    const { status, body } = await askHook(kind, key, EXAMPLES[kind]);
    expect(status).toBe(kind === "events" ? 202 : 200);
    expect(body.status).toBe(kind === "events" ? "success" : "taken");
    expect(listAlerts()).toMatchObject([{ status: "firing", disposition: "waiting" }]);
  });

  test("answers tools that know the Events API as they expect", async () => {
    const { key } = makeAlertSource("events");
    expect((await askHook("events", key, examples.EVENT)).body).toEqual({
      status: "success",
      message: "Event processed",
      dedup_key: "payment-gateway/pool",
    });
    expect((await askHook("events", key, {})).status).toBe(202);
  });

  test("answers the same to every key that opens nothing", async () => {
    const { key, id } = makeAlertSource("json");
    const off = makeAlertSource("json");
    switchSource(admin, { id: off.id, isOn: false });
    const wrong = [
      await askHook("json", "none", {}),
      await askHook("datadog", key, {}),
      await askHook("nothing", key, {}),
      await askHook("json", off.key, {}),
      await askHook("json", `${key}x`, {}),
    ];
    for (const { status, body } of wrong) {
      expect(status).toBe(404);
      expect(body).toEqual({ error: "There is nothing at this address." });
    }
    const { key: next } = rotateSourceKey(admin, { id });
    expect((await askHook("json", key, {})).status).toBe(404);
    expect((await askHook("json", next, {})).status).toBe(200);
    expect(listDeliveries()).toHaveLength(1);
  });

  test("lets nobody try keys without end", async () => {
    const answers = [];
    for (let tries = 0; tries < 61; tries += 1) answers.push(await askHook("json", "none", {}));
    expect(answers.at(-2)?.status).toBe(404);
    expect(answers.at(-1)?.status).toBe(429);
    expect(Number(answers.at(-1)?.headers.get("retry-after"))).toBeGreaterThan(0);
    const { key } = makeAlertSource("json");
    expect((await askHook("json", key, {})).status).toBe(200);
  });

  test("takes so many deliveries of a source and then asks it to wait", async () => {
    const [loud, other] = [makeAlertSource("json"), makeAlertSource("json")];
    await askHook("json", loud.key, {});
    await globalThis.musterHookRates?.deliveries.penalty(String(loud.id), 1199);
    expect((await askHook("json", loud.key, {})).status).toBe(429);
    expect((await askHook("json", other.key, {})).status).toBe(200);
  });

  test("refuses more than 256 KB with words, and shows that it did", async () => {
    const { key } = makeAlertSource("json");
    const { status, body } = await askHook("json", key, { title: "x".repeat(300_000) });
    expect(status).toBe(413);
    expect(body).toEqual({ error: "It has more than 256 KB." });
    expect(listDeliveries()).toMatchObject([{ state: "refused", body: null }]);
  });

  test("takes what nobody understands, whatever its type, and keeps it", async () => {
    const { key } = makeAlertSource("grafana");
    const odd = [
      "",
      "not json",
      "[]",
      '{"a":',
      "a=b&c=d",
      `${"[".repeat(9000)}`,
      '{"__proto__":1}',
    ];
    for (const text of odd) {
      const headers = { "content-type": "application/x-www-form-urlencoded" };
      const { status, body } = await askHook("grafana", key, text, { headers });
      expect(status).toBe(200);
      expect(body).toMatchObject({ status: "unknown" });
    }
    expect(listDeliveries().map(({ body }) => body?.toString())).toEqual(odd);
  });

  test("fails at nothing that anybody can send", async () => {
    const keys = SOURCE_KINDS.map((kind) => [kind, makeAlertSource(kind).key] as const);
    const sending = fc.asyncProperty(fc.constantFrom(...keys), bentDelivery, async (to, sent) => {
      const { status } = await askHook(...to, sent);
      expect([200, 202]).toContain(status);
    });
    await fc.assert(sending, { numRuns: 150, seed: 8 });
  });

  test("asks for what cannot be stored again, and says nothing of why", async () => {
    const { key } = makeAlertSource("json");
    const broken = vi.spyOn(db().$client, "transaction").mockImplementation(() => {
      throw new Error("disk I/O error");
    });
    const { status, body, headers } = await askHook("json", key, { title: "a" });
    broken.mockRestore();
    expect(status).toBe(503);
    expect(JSON.stringify(body)).not.toContain("disk");
    expect(headers.get("retry-after")).toBe("5");
  });
});

describe("a source that has to show whose it is", () => {
  const text = JSON.stringify(EXAMPLES.json);
  const statusOf = async (kind: SourceKind, key: string, headers: Record<string, string>) =>
    (await askHook(kind, key, text, { headers })).status;

  test("signs as PagerDuty does, with any of several signatures", async () => {
    const { key } = makeAlertSource("pagerduty", { proof: "signature", secret: SECRET });
    const signed = (value: string) =>
      statusOf("pagerduty", key, { "x-pagerduty-signature": value });
    expect(await signed(`v1=${hex(SECRET, text)}`)).toBe(200);
    expect(await signed(`v1=${hex("other", text)}, v1=${hex(SECRET, text)}`)).toBe(200);
    expect(await signed(`v1=${hex("other", text)}`)).toBe(401);
    expect(await signed(`v0=${hex(SECRET, text)}`)).toBe(401);
    expect(await signed(hex(SECRET, text).slice(1))).toBe(401);
    expect(await statusOf("pagerduty", key, {})).toBe(401);
  });

  test("signs as Sentry does", async () => {
    const { key } = makeAlertSource("sentry", { proof: "signature", secret: SECRET });
    const signed = (value: string) => statusOf("sentry", key, { "sentry-hook-signature": value });
    expect(await signed(hex(SECRET, text))).toBe(200);
    expect(await signed(hex(SECRET, `${text} `))).toBe(401);
  });

  test("signs as Grafana does, by the header that was chosen, with a stamp or without", async () => {
    const plain = makeAlertSource("grafana", { proof: "signature", secret: SECRET });
    const usual = { [GRAFANA_SIGNATURE]: hex(SECRET, text) };
    expect(await statusOf("grafana", plain.key, usual)).toBe(200);
    const stamped = makeAlertSource("grafana", {
      proof: "signature",
      secret: SECRET,
      settings: { signatureHeader: "X-Sig", stampHeader: "X-Stamp" },
    });
    const at = (seconds: number) => {
      const stamp = String(Math.floor(Date.now() / 1000) + seconds);
      const headers = { "X-Stamp": stamp, "X-Sig": hex(SECRET, `${stamp}:${text}`) };
      return statusOf("grafana", stamped.key, headers);
    };
    expect(await at(0)).toBe(200);
    expect(await at(-200)).toBe(200);
    expect(await at(-400)).toBe(401);
    expect(await at(400)).toBe(401);
    expect(await statusOf("grafana", stamped.key, { "X-Sig": hex(SECRET, text) })).toBe(401);
    expect(await statusOf("grafana", stamped.key, usual)).toBe(401);
  });

  test("signs as standardwebhooks.com has it, for plain JSON", async () => {
    const secret = `whsec_${Buffer.from("0123456789abcdef").toString("base64")}`;
    const { key } = makeAlertSource("json", { proof: "signature", secret });
    const stamp = String(Math.floor(Date.now() / 1000));
    const mac = createHmac("sha256", "0123456789abcdef")
      .update(`m-1.${stamp}.${text}`)
      .digest("base64");
    const headers = {
      "webhook-id": "m-1",
      "webhook-timestamp": stamp,
      "webhook-signature": `v1,b2xk v1,${mac}`,
    };
    expect(await statusOf("json", key, headers)).toBe(200);
    expect(await statusOf("json", key, { ...headers, "webhook-id": "m-2" })).toBe(401);
  });

  test("brings a bearer token, or a user and a password", async () => {
    const bearer = makeAlertSource("alertmanager", { proof: "bearer", secret: SECRET });
    const said = (key: string, authorization: string) =>
      statusOf("alertmanager", key, { authorization });
    expect(await said(bearer.key, `Bearer ${SECRET}`)).toBe(200);
    expect(await said(bearer.key, `Bearer ${SECRET}x`)).toBe(401);
    expect(await said(bearer.key, `Basic ${SECRET}`)).toBe(401);
    const settings = { user: "prometheus" };
    const user = makeAlertSource("alertmanager", { proof: "basic", secret: SECRET, settings });
    expect(await said(user.key, basic(`prometheus:${SECRET}`))).toBe(200);
    expect(await said(user.key, basic(`other:${SECRET}`))).toBe(401);
  });

  test("may go over to another secret, with both good until the former one is dropped", async () => {
    const { id, key } = makeAlertSource("alertmanager", {
      proof: "bearer",
      secret: "the first one",
    });
    const standing = {
      id,
      name: "x",
      serviceId: undefined,
      settings: {},
      proof: "bearer" as const,
    };
    changeAlertSource(admin, { ...standing, version: 2, secret: "the second one" });
    const said = (secret: string) =>
      statusOf("alertmanager", key, { authorization: `Bearer ${secret}` });
    expect([await said("the first one"), await said("the second one")]).toEqual([200, 200]);
    dropFormerSecret(admin, { id });
    expect([await said("the first one"), await said("the second one")]).toEqual([401, 200]);
  });

  test("is shown what was refused, once and without its content", async () => {
    const { id, key } = makeAlertSource("alertmanager", { proof: "bearer", secret: SECRET });
    await statusOf("alertmanager", key, {});
    await statusOf("alertmanager", key, {});
    expect(listDeliveries()).toMatchObject([
      { state: "refused", problem: "It brings no Authorization.", body: null, times: 2 },
    ]);
    expect(listAlerts()).toEqual([]);
    expect(db().select().from(auditLog).all().at(-1)).toMatchObject({
      kind: "refusal",
      action: "door:alerts",
      object: `alert source ${id}`,
    });
  });

  test("keeps its secrets unreadable, and out of the audit record", () => {
    makeAlertSource("alertmanager", { proof: "bearer", secret: SECRET });
    expect(db().$client.serialize().includes(Buffer.from(SECRET))).toBe(false);
  });
});
