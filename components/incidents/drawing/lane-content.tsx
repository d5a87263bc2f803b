import type { ComponentProps, ReactNode } from "react";
import { ErrorRateLine, ErrorRateMark } from "./error-rate-mark";
import { BreakBands } from "./break-bands";
import type { Drawing } from "./drawing";
import { EventMark } from "./event-mark";
import type { Lane, LaneId, Mark } from "./marks";
import { MessageMark } from "./message-mark";
import { DeploymentMark, GapMark } from "./other-marks";
import { PhaseMark } from "./phase-mark";

const DRAWN: Record<LaneId, (props: { mark: Mark }) => ReactNode> = {
  phases: PhaseMark,
  gaps: GapMark,
  events: EventMark,
  external: MessageMark,
  stakeholders: MessageMark,
  internal: MessageMark,
  deployments: DeploymentMark,
  "error-rate": ErrorRateMark,
};

/** In pixels: the names of phases stand above, and are not cut. */
const BARS_FROM = 15;

type LaneContentProps = {
  lane: Lane;
  height: number;
  breaks: Drawing["breaks"];
  linkOf: (mark: Mark) => Omit<ComponentProps<"a">, "children">;
};

/** The marks of a lane, each a link that says what it is. A break of the scale cuts bars and lines. */
export function LaneContent({ lane, height, breaks, linkOf }: LaneContentProps) {
  const { id, marks, line } = lane;
  const Drawn = DRAWN[id];
  const isCut = ({ width }: Mark) => id === "phases" && width > 0;
  const linkTo = (mark: Mark) => (
    <a key={mark.id} {...linkOf(mark)}>
      <Drawn mark={mark} />
    </a>
  );
  return (
    <>
      {line && <ErrorRateLine line={line} />}
      {marks.filter(isCut).map(linkTo)}
      <BreakBands breaks={breaks} from={id === "phases" ? BARS_FROM : 0} height={height} />
      {marks.filter((mark) => !isCut(mark)).map(linkTo)}
    </>
  );
}
