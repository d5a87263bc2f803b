import {
  choicesIn,
  listBoardCards,
  listNewestIncidents,
  listOwners,
} from "@/db/queries/action-items";
import { findItem } from "@/db/queries/action-item";
import { deadlineGuide } from "@/db/queries/deadline-guide";
import { itemStart } from "@/db/queries/item-start";
import { getActionNumbers, numberIds } from "@/db/queries/action-numbers";
import { listAuditEntries } from "@/db/queries/audit";
import { getCauses } from "@/db/queries/causes";
import { findComponentHistory } from "@/db/queries/component-history";
import { listArchivedComponents, listPlaces } from "@/db/queries/components";
import { listWaitingQuestions } from "@/db/queries/gap-questions";
import { getHandover } from "@/db/queries/handover";
import { getIncidentDetail } from "@/db/queries/incident-detail";
import { listFilterOptions } from "@/db/queries/incident-options";
import { countIncidents, getLastResolved, listIncidents } from "@/db/queries/incidents";
import { keyFor, listByKeys, listMeant, listOthers } from "@/db/queries/named-incidents";
import { listNextUpdates } from "@/db/queries/next-updates";
import { listOpenIncidents } from "@/db/queries/open-incidents";
import { readPageSettings } from "@/db/queries/page-settings";
import { listPeople, listProposals } from "@/db/queries/people";
import { blocksOf } from "@/db/queries/postmortem-blocks";
import { countPostmortems, listAuthors, listPostmortems } from "@/db/queries/library";
import { readSite } from "@/db/queries/public/site";
import { getReview } from "@/db/queries/reviews";
import { listWaitingReviews } from "@/db/queries/waiting-reviews";
import { exportMarkdown, exportWithPostmortem } from "@/db/queries/postmortem-export";
import { getWhole, listByAge } from "@/db/queries/incidents-by-age";
import { exportRecord, findIncidentByKey } from "@/db/queries/record";
import { listRecurrences } from "@/db/queries/recurrences";
import { listHeldRoles } from "@/db/queries/roles";
import { listSameCause } from "@/db/queries/same-cause";
import { search } from "@/db/queries/search";
import { listStoryRows } from "@/db/queries/story-rows";
import { listThingsNamed } from "@/db/queries/suggestions";
import { countTeamWork } from "@/db/queries/team-work";
import { readAuditFilters } from "@/lib/domain/audit-filters";
import type { Viewer } from "@/lib/domain/viewer";

const EVERY = { view: "all", page: 1 } as const;

/** What someone reads: what the portal's pages gather from all incidents, and of the one with this key. */
export function readsOf(viewer: Viewer, key: string) {
  const found = listIncidents(viewer, EVERY);
  return {
    ofIncidents: {
      list: found,
      componentStates: listPlaces().map(({ publicId }) =>
        findComponentHistory(viewer, { publicId, page: 1 }, 0),
      ),
      open: listIncidents(viewer, { view: "open", page: 1 }),
      options: listFilterOptions(viewer),
      openOnes: listOpenIncidents(viewer),
      others: listOthers(viewer, 0),
      meant: listMeant(viewer, "e"),
      newest: listNewestIncidents(viewer),
      cards: listBoardCards(viewer),
      choices: choicesIn(listBoardCards(viewer)),
      owners: listOwners(viewer),
      postmortems: listPostmortems(viewer, EVERY),
      held: [...listHeldRoles(viewer)],
      things: listThingsNamed(viewer, { key: "", text: "e" }),
      searched: search(viewer, { text: key, page: 1, perPage: 20 }),
    },
    counts: {
      incidents: countIncidents(viewer, EVERY),
      postmortems: countPostmortems(viewer, EVERY),
      actions: getActionNumbers(viewer, {}, 0),
      ofTeams: [...countTeamWork(viewer, 0)],
      openActions: [...numberIds(viewer, "open", {}, 0)],
      guide: deadlineGuide(viewer, { owners: [] }, 0),
      authors: listAuthors(viewer),
      lastResolved: getLastResolved(),
      waiting: listWaitingReviews(viewer, 0),
      nextUpdates: [...listNextUpdates(found)],
    },
    ofEverybody: {
      people: listPeople(),
      proposals: listProposals(),
      site: readSite("https://status.example.com"),
      places: listPlaces(),
      archivedPlaces: listArchivedComponents(),
      pageSettings: readPageSettings(),
      audited: listAuditEntries(viewer, readAuditFilters({ object: key }), 20),
    },
    ofIncident: {
      row: findIncidentByKey(viewer, key),
      items: [1, 2, 3].map((id) => findItem(viewer, id)),
      itemStart: itemStart(viewer, key, 1).event,
      causes: getCauses(viewer, key),
      sameCause: listSameCause(viewer, key),
      recurrences: listRecurrences(viewer, key),
      detail: getIncidentDetail(viewer, key),
      handover: getHandover(viewer, key, 0),
      review: getReview(viewer, key, 0),
      exported: exportRecord(viewer, key),
      whole: getWhole(viewer, key),
      byAge: listByAge(viewer, EVERY, { after: undefined, limit: 50 }),
      exportedWhole: exportWithPostmortem(viewer, key),
      file: exportMarkdown(viewer, { key, edition: undefined }),
      named: listByKeys(viewer, [key]),
      keyById: [1, 2, 3].map((id) => keyFor(viewer, id)),
      questions: listWaitingQuestions(viewer),
      blocks: [1, 2, 3].map((id) => blocksOf(viewer, id)),
      story: listStoryRows(viewer, { key, text: "", page: 1 }),
    },
  };
}
