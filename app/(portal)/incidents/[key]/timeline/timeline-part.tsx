import { TimelineSection } from "@/components/incidents/timeline/timeline-section";
import { parseTimeline } from "@/components/incidents/timeline/timeline-address";
import { listAskable } from "@/db/queries/gap-questions";
import type { IncidentDetail } from "@/db/queries/incident-detail";
import { withDuplicates } from "@/db/queries/merged-timeline";
import { getTimelinePage } from "@/db/queries/timeline-view";
import { can } from "@/lib/domain/permissions";
import type { Viewer } from "@/lib/domain/viewer";
import {
  addEventAction,
  askWhoWasThereAction,
  attachPictureAction,
  editEventAction,
  linkEventAction,
  pinEventAction,
  removeLinkAction,
} from "./actions";
import { historiesOf } from "./histories";

const ACTIONS = {
  add: addEventAction,
  edit: editEventAction,
  pin: pinEventAction,
  link: linkEventAction,
  attachPicture: attachPictureAction,
  removeLink: removeLinkAction,
  ask: askWhoWasThereAction,
};

/** As many names as a field can offer without making the page heavy; any other can be typed. */
const PEOPLE_OFFERED = 500;

type TimelinePartProps = {
  viewer: Viewer;
  detail: IncidentDetail;
  asked: Record<string, string | string[] | undefined>;
};

/** The timeline as the page's address asks for it, with what this person may do there. */
export function TimelinePart({ viewer, detail, asked }: TimelinePartProps) {
  const { incident, timeline } = detail;
  const usualOrder = incident.isOver ? "oldest" : "newest";
  const { opened, order, activity, ...view } = parseTimeline(asked, usualOrder);
  const entries = withDuplicates(viewer, incident.id, timeline);
  const page = getTimelinePage(viewer, incident.id, entries, {
    ...view,
    showsActivity: activity,
    newestFirst: order === "newest",
  });

  return (
    <TimelineSection
      place={{ path: `/incidents/${incident.key}`, usualOrder }}
      order={order}
      opened={opened}
      page={page}
      histories={historiesOf(page)}
      declaredAt={incident.declaredAt}
      writing={
        can(viewer, "timeline:edit") && incident.mergedIntoId === null
          ? {
              incidentKey: incident.key,
              viewer: { name: viewer.name, isAdmin: viewer.role === "admin" },
              actions: ACTIONS,
              people:
                Object.keys(page.gaps).length > 0 ? listAskable().slice(0, PEOPLE_OFFERED) : [],
            }
          : undefined
      }
    />
  );
}
