import { describe, expect, test } from "vitest";
import { normalise } from "@/lib/domain/alerts/normalise";
import { DATADOG_TEMPLATE, snippetFor } from "@/lib/domain/alerts/snippets";
import {
  GRAFANA_SIGNATURE,
  PROOFS_OF,
  SOURCE_KINDS,
  type Proof,
  type SourceKind,
} from "@/lib/domain/alerts/source";

const url = "https://muster.example.com/api/hooks/x/KEY";
const textOf = (kind: SourceKind, proof: Proof = "none", settings = {}) =>
  snippetFor({ kind, url, proof, settings }).text;

describe("what is set up at the other side", () => {
  test.each(SOURCE_KINDS)("has the address, for %s, however it shows whose it is", (kind) => {
    for (const proof of PROOFS_OF[kind]) {
      const text = textOf(kind, proof, { user: "me" });
      expect(text).toContain("muster.example.com/api/hooks/x/KEY");
      const isSaid = proof !== "none" && !(proof === "signature" && kind !== "grafana");
      expect(text.includes("THE-SECRET")).toBe(isSaid);
    }
  });

  test("names the headers that Grafana signs with", () => {
    expect(textOf("grafana", "signature")).toContain(`header: ${GRAFANA_SIGNATURE}`);
    const text = textOf("grafana", "signature", { signatureHeader: "X-A", stampHeader: "X-B" });
    expect(text).toContain("header: X-A\n            timestampHeader: X-B");
  });

  test("puts a user and a password into an address that takes them", () => {
    expect(textOf("datadog", "basic", { user: "a b" })).toContain(
      "https://a%20b:THE-SECRET@muster.example.com",
    );
  });

  test("shows plain JSON and a template that are understood", () => {
    const [, shown = ""] = /-d '([^]*)'$/.exec(textOf("json")) ?? [];
    expect(normalise("json", JSON.parse(shown), {})).toMatchObject({
      alerts: [{ dedupeKey: "db-1 disk", severity: "critical", service: "payments" }],
    });
    const [, event = ""] = /-d '([^]*)'$/.exec(textOf("events")) ?? [];
    expect(normalise("events", JSON.parse(event), {}).is).toBe("alerts");
    const filled = { ...DATADOG_TEMPLATE, cycle_key: "1", transition: "Triggered" };
    expect(normalise("datadog", filled, {})).toMatchObject({
      alerts: [{ dedupeKey: "1", status: "firing", title: undefined }],
    });
  });
});
