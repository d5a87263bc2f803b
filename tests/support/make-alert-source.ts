import { addAlertSource, changeAlertSource, type SourceChange } from "@/db/mutations/alert-sources";
import { takeDelivery, type Taken } from "@/db/mutations/alert-deliveries";
import { getAlertSource, listDeliveries } from "@/db/queries/alert-sources";
import { deliveryOf, readDelivery } from "@/lib/alerts/delivery";
import type { SourceKind } from "@/lib/domain/alerts/source";
import { makeViewer } from "./make";

type Made = { id: number; kind: SourceKind; key: string };

/** A source of that kind, with the key of its address. */
export function makeAlertSource(kind: SourceKind = "json", change?: Partial<SourceChange>): Made {
  const viewer = makeViewer({ role: "admin" });
  const made = addAlertSource(viewer, { kind, name: `Test ${kind}` });
  if (change) {
    const usual = { serviceId: undefined, proof: "none" as const, settings: {}, secret: undefined };
    const standing = { id: made.id, version: 1, name: `Test ${kind}` };
    changeAlertSource(viewer, { ...usual, ...standing, ...change });
  }
  return made;
}

/** Has a source send this. */
export function deliver(
  { id, kind }: Omit<Made, "key">,
  sent: unknown,
  now: number,
  headers: Record<string, string> = {},
): Taken {
  const source = getAlertSource(id);
  if (!source) throw new Error(`There is no source ${id}.`);
  const body = Buffer.from(typeof sent === "string" ? sent : JSON.stringify(sent));
  const delivery = deliveryOf(kind, new Headers(headers), body);
  return takeDelivery(source, delivery, readDelivery(kind, delivery), now);
}

/** A delivery that nobody understands, of a source of its own; answers the ids of both. */
export function makeDelivery(now = Date.now()): { source: number; delivery: number } {
  const source = makeAlertSource();
  deliver(source, { hello: "world" }, now);
  const [row] = listDeliveries(source.id, { page: 1, perPage: 1 });
  return { source: source.id, delivery: row?.id ?? 0 };
}
