import type { ComposerContext } from "@/db/queries/composer";
import type { IncidentDetail } from "@/db/queries/incident-detail";
import { CADENCES } from "@/lib/domain/cadence";
import { endWarningsOf } from "@/lib/domain/end-warnings";
import { nextStatus } from "@/lib/domain/lifecycle";
import { whyNotPublic } from "@/lib/domain/posting";
import { publicName } from "@/lib/domain/update-templates";

export type UpdateSubject = ReturnType<typeof updateSubject>;
export type ChoosableComponent = UpdateSubject["components"][number];

/** What the composer needs to know about the incident that it writes to, and about the status page. */
export function updateSubject(
  { incident, record, messages, analysis }: IncidentDetail,
  context: ComposerContext,
) {
  const { key, title, status, severity, isOver, service, affectedServices } = incident;
  const lastTold = messages.findLast(({ publishedAs }) => publishedAs !== undefined)?.publishedAs;
  const services = [service, ...(affectedServices ?? [])];
  const components = context.components.map((component) => ({
    ...component,
    /** Does it stand for a service of this incident, or did this incident change it? */
    isLikely: component.isOurs || services.includes(component.service),
  }));
  const own = components.find((component) => component.service === service)?.name;
  const mitigated = analysis.milestones.mitigated?.at;
  return {
    ...context,
    components,
    key,
    title,
    status,
    severity,
    isOver,
    /** What customers call what is affected. */
    service: service ? publicName(service, own) : title,
    /** The status to offer when outsiders are told. */
    nextStatus: nextStatus(status, lastTold),
    /** What is left undone, should it end now. */
    endWarnings: endWarningsOf(
      record,
      messages.flatMap(({ promises }) => promises),
    ),
    /** How often people are to hear, in minutes. */
    updateEvery: CADENCES[severity].updateEvery,
    /** Since when it works again, as far as the record knows. */
    wellSince: mitigated === undefined ? undefined : Date.parse(mitigated),
    /** Why outsiders cannot be told, in words. */
    notPublic: whyNotPublic(incident),
  };
}
