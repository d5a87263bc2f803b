import type { ComponentProps, ReactNode } from "react";
import { ErrorRateLine, ErrorRateMark } from "./error-rate-mark";
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

type LaneContentProps = {
  lane: Lane;
  linkOf: (mark: Mark) => Omit<ComponentProps<"a">, "children">;
};

/** The marks of a lane, each a link that says what it is. */
export function LaneContent({ lane: { id, marks, line }, linkOf }: LaneContentProps) {
  const Drawn = DRAWN[id];
  return (
    <>
      {line && <ErrorRateLine line={line} />}
      {marks.map((mark) => (
        <a key={mark.id} {...linkOf(mark)}>
          <Drawn mark={mark} />
        </a>
      ))}
    </>
  );
}
