import { describe, expect, test } from "vitest";
import {
  previewOf,
  type PublicDraft,
  type PublicPreview,
} from "@/components/incidents/detail/preview-of";
import { updateSubject } from "@/components/incidents/detail/update-subject";
import { postUpdate } from "@/db/mutations/updates";
import { getComposerContext } from "@/db/queries/composer";
import { getIncidentDetail } from "@/db/queries/incident-detail";
import { INCIDENT_STATUSES } from "@/lib/domain/incident";
import { rollUp } from "@/lib/domain/roll-up";
import { isActive } from "@/lib/domain/site";
import { freshDatabase } from "../support/database";
import { makeViewer } from "../support/make";
import { makeComponent } from "../support/make-component";
import { makeIncident, NOON } from "../support/make-incident";
import { publicSite } from "../support/public-incident";

freshDatabase();

const MINUTE = 60_000;
const LATER = NOON + 20 * MINUTE;

function subjectOf(key: string) {
  const viewer = makeViewer();
  const detail = getIncidentDetail(viewer, key);
  if (!detail) throw new Error("The incident is not there.");
  return updateSubject(detail, getComposerContext(viewer, detail.incident.id, LATER));
}

/** What stands on the public page of an incident and as a whole, in the preview's words. */
function standing(title: string): PublicPreview {
  const { components, incidents } = publicSite();
  const incident = incidents.find((each) => each.title === title);
  const [latest] = incident?.updates ?? [];
  if (!incident || !latest) throw new Error("The incident is not on the page.");
  const { status, impact, startedAt } = incident;
  if (status === "postmortem") throw new Error("Nobody wrote a report.");
  return {
    verdict: rollUp(components, incidents.filter(isActive)),
    title,
    status,
    impact,
    startedAt,
    at: latest.at,
    body: latest.body,
    nextUpdateDueAt: latest.nextUpdateDueAt ?? undefined,
    changes: latest.changes.map(({ componentId, before, after }) => ({
      name: components.find(({ id }) => id === componentId)?.name ?? "",
      before,
      after,
    })),
  };
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
    const promised = previewOf(subjectOf(key), chosen, LATER);
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
