import type { ComponentStatus } from "@/lib/domain/component";
import type { Site, SiteComponent, SiteIncident } from "@/lib/domain/site";
import { randomFrom } from "@/scripts/benchmark/random";
import { incidentTitle, sentence } from "@/scripts/benchmark/texts";
import {
  makeSite,
  makeSiteComponent,
  makeSiteIncident,
  makeSiteUpdate,
  publicId,
} from "./make-site";

const MINUTE = 60_000;
const DAY = 86_400_000;
const GROUPS = ["Platform", "Applications", "Data", "Regions"];
const BROKEN: ComponentStatus[] = ["degraded_performance", "partial_outage", "major_outage"];

type Size = { components?: number; active?: number; past?: number };

/**
 * The page that figures are told of: by default 20 components in four groups with 90 days of history, 2 incidents
 * that go on, and 30 past ones, one a day. Its texts differ from one another as people's do.
 */
export function referenceSite(
  now: number,
  { components = 20, active = 2, past = 30 }: Size = {},
): Site {
  const random = randomFrom(6);
  const groups = GROUPS.map((name) =>
    makeSiteComponent({ name, isGroup: true, isShowcased: false }),
  );
  const leaves = Array.from({ length: components }, (_, i) =>
    makeSiteComponent({
      name: `${GROUPS[i % GROUPS.length]} service ${i + 1}`,
      description: sentence(random),
      groupId: groups[i % groups.length]?.id ?? null,
      startDate: new Date(now - 120 * DAY).toISOString().slice(0, 10),
      states: [{ status: "operational", at: now - 120 * DAY }],
    }),
  );

  const text = () => `${sentence(random)} ${sentence(random)}`;
  const begin = (leaf: SiteComponent, startedAt: number): SiteIncident => {
    const after = BROKEN[random.below(BROKEN.length)] ?? "partial_outage";
    leaf.states.push({ status: after, at: startedAt });
    leaf.status = after;
    const at = { at: startedAt, createdAt: startedAt, updatedAt: startedAt };
    const changes = [{ componentId: leaf.id, before: "operational", after } as const];
    return makeSiteIncident({
      title: incidentTitle(random, leaf.name),
      impact: after === "major_outage" ? "critical" : "major",
      startedAt,
      createdAt: startedAt,
      updatedAt: startedAt,
      updates: [makeSiteUpdate("investigating", { ...at, body: text(), changes })],
    });
  };
  const goOn = (incident: SiteIncident, status: "identified" | "resolved", after: number) => {
    const at = incident.startedAt + after;
    const isOver = status === "resolved";
    const times = { at, createdAt: at, updatedAt: at };
    const due = isOver ? null : at + 30 * MINUTE;
    const update = makeSiteUpdate(status, { ...times, body: text(), nextUpdateDueAt: due });
    Object.assign(incident, { status, updatedAt: at, resolvedAt: isOver ? at : null });
    incident.updates.unshift(update);
  };

  const leafAt = (i: number) => leaves[i % leaves.length] ?? makeSiteComponent();
  const over = Array.from({ length: past }, (_, i) => {
    const leaf = leafAt(i * 7);
    const incident = begin(leaf, now - (past - i) * DAY - 3 * 60 * MINUTE);
    goOn(incident, "identified", 20 * MINUTE);
    goOn(incident, "resolved", (40 + random.below(60)) * MINUTE);
    leaf.states.push({ status: "operational", at: incident.updatedAt });
    leaf.status = "operational";
    return incident;
  });
  const going = Array.from({ length: active }, (_, i) => {
    const incident = begin(leafAt(i), now - (50 + i) * MINUTE);
    goOn(incident, "identified", 25 * MINUTE);
    return incident;
  });
  return makeSite({
    page: { ...makeSite().page, id: publicId() },
    components: groups.flatMap((group) => [
      group,
      ...leaves.filter(({ groupId }) => groupId === group.id),
    ]),
    incidents: [...over, ...going].toReversed(),
  });
}
