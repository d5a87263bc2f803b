import { beforeEach, describe, expect, test } from "vitest";
import { attachAlerts } from "@/db/mutations/alert-decisions";
import { runAlert } from "@/scripts/cli/alert";
import { localPortal } from "@/scripts/cli/local-portal";
import { freshDatabase } from "@/tests/support/database";
import { askApi, makeApiToken } from "@/tests/support/ask-api";
import { makeViewer } from "@/tests/support/make";
import { makeAlert, makeSource } from "@/tests/support/make-alert";
import { makeIncident } from "@/tests/support/make-incident";

freshDatabase();
let token: string;
beforeEach(async () => {
  globalThis.musterApiRate = undefined;
  ({ token } = await makeApiToken());
});

describe("alerts over the API", () => {
  test("are listed page by page, the newest first", async () => {
    const ids = Array.from({ length: 3 }, () => makeAlert({ severity: "SEV1" }).id);
    makeAlert({ severity: "SEV2" });
    const first = await askApi("GET /alerts?severity=SEV1&limit=2", { token });
    expect(first.body.items.map(({ id }: { id: number }) => id)).toEqual([ids[2], ids[1]]);
    const rest = await askApi(`GET /alerts?severity=SEV1&limit=2&cursor=${first.body.nextCursor}`, {
      token,
    });
    expect(rest.body).toMatchObject({ items: [{ id: ids[0] }], nextCursor: null });
  });

  test("are read with their labels", async () => {
    const { id: sourceId } = makeSource({ kind: "grafana", name: "Grafana of shops" });
    const { id } = makeAlert({ sourceId, labels: { env: "prod" }, serviceText: "cart" });
    const { body } = await askApi(`GET /alerts/${id}`, { token });
    expect(body).toMatchObject({
      labels: { env: "prod" },
      service: "cart",
      source: "grafana",
      sourceName: "Grafana of shops",
      startsAt: "2026-01-05T10:00:00Z",
      incident: null,
    });
  });

  test("are put on incidents and acknowledged", async () => {
    const key = makeIncident();
    const { id } = makeAlert();
    const body = { incident: key };
    const attached = await askApi(`POST /alerts/${id}/attach`, { token, body });
    expect(attached.body).toMatchObject({ incident: key, disposition: "attached" });
    const acknowledged = await askApi(`POST /alerts/${id}/acknowledge`, { token });
    expect(acknowledged.body).toMatchObject({ status: "acknowledged", acknowledgedBy: "Grace" });
  });

  test("of a private incident are not there for others", async () => {
    const key = makeIncident({ isPrivate: true });
    const { id } = makeAlert();
    attachAlerts(makeViewer({ role: "admin" }), { ids: [id], other: key });
    const { token: other } = await makeApiToken({ role: "viewer" });
    expect(await askApi(`GET /alerts/${id}`, { token: other })).toMatchObject({ status: 404 });
    expect((await askApi("GET /alerts", { token: other })).body.items).toEqual([]);
  });
});

describe("muster alert list", () => {
  test("prints alerts as lines, and where they belong", async () => {
    const { id } = makeAlert({ severity: "SEV1", serviceText: "cart", title: "Cart is slow" });
    const lines: string[] = [];
    const io = { out: (line: string) => lines.push(line), err: () => {}, cwd: "." };
    expect(await runAlert(["list", "--tab", "waiting"], io, localPortal)).toBe(0);
    expect(lines).toEqual([`${id}\tfiring\tSEV1\tcart\twaiting\tCart is slow`]);
  });
});
