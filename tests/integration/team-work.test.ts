import { describe, expect, test } from "vitest";
import { makePrivate } from "@/db/mutations/privacy";
import { countTeamWork } from "@/db/queries/team-work";
import { freshDatabase } from "../support/database";
import { makeViewer } from "../support/make";
import { makeActionItem } from "../support/make-action-item";
import { makeIncident } from "../support/make-incident";
import { makeTeam } from "../support/make-team";

freshDatabase();

/** Half past ten on 5 January in UTC: already the 6th on Kiritimati, still the 4th in Pago Pago. */
const NOW = Date.UTC(2026, 0, 5, 10, 30);

describe("countTeamWork", () => {
  test("counts what a team has to finish, and what is late on its own calendar", () => {
    const east = makeTeam({ name: "East", zone: "Pacific/Kiritimati" });
    const west = makeTeam({ name: "West", zone: "Pacific/Pago_Pago" });
    for (const deadline of ["2026-01-04", "2026-01-05", null]) {
      makeActionItem({ teamId: east.id, deadline });
      makeActionItem({ teamId: west.id, deadline, status: "in review" });
      makeActionItem({ deadline });
      makeActionItem({ teamId: east.id, deadline, status: "done" });
      makeActionItem({ teamId: west.id, deadline, status: "wont_do" });
    }
    const work = countTeamWork(makeViewer(), NOW);

    expect(work.get(east.id)).toEqual({ open: 3, overdue: 2 });
    expect(work.get(west.id)).toEqual({ open: 3, overdue: 0 });
    expect(work.get(0)).toEqual({ open: 3, overdue: 1 });
  });

  test("leaves out items of private incidents, except for those who may see them", () => {
    const team = makeTeam();
    const key = makeIncident();
    makeActionItem({ teamId: team.id });
    makePrivate(makeViewer(), { key });

    const stranger = makeViewer({ userId: 404 });
    expect(countTeamWork(stranger, NOW).get(team.id)).toBeUndefined();
    const admin = makeViewer({ role: "admin" });
    expect(countTeamWork(admin, NOW).get(team.id)).toEqual({ open: 1, overdue: 0 });
  });
});
