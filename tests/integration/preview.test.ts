import { describe, expect, test } from "vitest";
import { previewOf, type PublicDraft } from "@/components/incidents/detail/preview-of";
import { updateSubject } from "@/components/incidents/detail/update-subject";
import { postUpdate } from "@/db/mutations/updates";
import { getComposerContext } from "@/db/queries/composer";
import { getIncidentDetail } from "@/db/queries/incident-detail";
import { getStatusPage } from "@/db/queries/public/status-page";
import { INCIDENT_STATUSES } from "@/lib/domain/incident";
import { verdictOf } from "@/lib/domain/public-status";
import { freshDatabase } from "../support/database";
import { makeViewer } from "../support/make";
import { makeComponent } from "../support/make-component";
import { makeIncident, NOON } from "../support/make-incident";

freshDatabase();

const MINUTE = 60_000;
const LATER = NOON + 20 * MINUTE;

function subjectOf(key: string) {
  const viewer = makeViewer();
  const detail = getIncidentDetail(viewer, key);
  if (!detail) throw new Error("The incident is not there.");
  return updateSubject(detail, getComposerContext(viewer, detail.incident.id, LATER));
}

/** What the page shows of an incident and as a whole, without the ids that posting gives. */
function shown({ incident, active, components }: ReturnType<typeof previewOf>) {
  const { title, status, startedAt, updates } = incident;
  const latest = updates.slice(0, 1).map((update) => ({ ...update, id: "" }));
  return { title, status, startedAt, latest, verdict: verdictOf(active, components) };
}

function standing(title: string) {
  const { active, components, days } = getStatusPage(LATER);
  const incident = [...active, ...days.flatMap(({ incidents }) => incidents)].find(
    (each) => each.title === title,
  );
  if (!incident) throw new Error("The incident is not on the page.");
  return shown({ incident, active, components });
}

describe("the preview", () => {
  test.each(
    INCIDENT_STATUSES.flatMap((status) => [
      { status, message: "Payments are slow.", nextUpdate: { asUsual: true } },
      { status, message: "Identified - Slow. Next update in 10 minutes.", nextUpdate: {} },
      { status, message: "Slow.", nextUpdate: { nextUpdateMinutes: 60 } },
    ]),
  )("is what stands there once it is posted: $status, $message", (draft) => {
    const [payments, search] = [makeComponent("Payments"), makeComponent("Search")];
    const other = makeIncident({ title: "Mail is late" });
    const key = makeIncident({ title: "Payments fail" });
    const components = { [search]: "degraded_performance" } as const;
    postUpdate(makeViewer(), { key, audience: "external", message: "We look.", components }, NOON);
    postUpdate(makeViewer(), { key: other, audience: "external", message: "We look." }, NOON);

    const { status, message, nextUpdate } = draft;
    const chosen: PublicDraft = {
      status,
      message,
      nextUpdate,
      components: new Map([[payments, "major_outage"]]),
    };
    const promised = shown(previewOf(subjectOf(key), chosen, LATER));
    postUpdate(
      makeViewer(),
      {
        key,
        audience: "external",
        status,
        message,
        ...nextUpdate,
        components: { [payments]: "major_outage" },
      },
      LATER,
    );
    expect(promised).toEqual(standing("Payments fail"));
  });
});
