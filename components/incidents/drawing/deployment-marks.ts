import type { IncidentDetail } from "@/db/queries/incident-detail";
import { formatDateTime } from "@/lib/format";
import type { Span } from "./breaks";
import { extentOf, groupedByPlace, type Mark, type Ruler } from "./marks";
import { beginning, counted } from "./words";

type Deployments = IncidentDetail["phases"]["deployments"];

const NAMED_AT_MOST = 3;
const DAY = 24 * 60 * 60_000;

/** True for a deployment that the scale reaches back to: at most a day before the first moment. */
export const isNear = (at: number, first: number) => at >= first - DAY && at < first;

/** The deployments in time; those that lie outside of the scale stand at its end, told apart by their shape. */
export function deploymentMarks(deployments: Deployments, ruler: Ruler): Mark[] {
  const ordered = deployments.toSorted((a, b) => a.at - b.at);
  return groupedByPlace(ordered, ruler).map((group) => {
    const [{ at, name }] = group;
    const shape = sideOf(at, ruler.span);
    const extent = extentOf(group, ruler);
    const others = group.slice(0, NAMED_AT_MOST).map((each) => beginning(each.name, 30));
    return {
      id: `deployment-${ordered.indexOf(group[0])}`,
      ...extent,
      shape,
      href: "#deployments",
      when: shape === "deployment" ? extent.when : formatDateTime(at),
      what:
        group.length === 1
          ? `Deployment of ${beginning(name)}`
          : `${counted(group.length, "deployment")}: ${others.join(", ")}${group.length > NAMED_AT_MOST ? " …" : ""}`,
    };
  });
}

function sideOf(at: number, { start, end }: Span): "deployment" | "earlier" | "later" {
  if (at < start) return "earlier";
  return at > end ? "later" : "deployment";
}
