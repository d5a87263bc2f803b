import { useId, type ReactNode } from "react";
import { BLOCK_NAMES, type BlockData, type LiveBlock } from "@/lib/domain/live-block";
import { ActionItemsBlock } from "./action-items-block";
import { ImpactBlock } from "./impact-block";
import { MetricsBlock } from "./metrics-block";
import { TimelineBlock } from "./timeline-block";

type LiveBlockFigureProps = {
  kind: LiveBlock;
  blocks: BlockData;
  /** What can be done with it. */
  children?: ReactNode;
};

const BLOCKS = {
  timeline: TimelineBlock,
  "action-items": ActionItemsBlock,
  metrics: MetricsBlock,
  impact: ImpactBlock,
};

/** A part of a text that is the record's: it shows what stands there now. */
export function LiveBlockFigure({ kind, blocks, children }: LiveBlockFigureProps) {
  const caption = useId();
  const Block = BLOCKS[kind];
  return (
    <figure
      aria-labelledby={caption}
      className="rounded-lg border border-border bg-card text-sm leading-5.5"
    >
      <figcaption className="flex flex-wrap items-center justify-between gap-x-3 border-b border-border px-3 py-1.5">
        <span id={caption}>
          <span className="me-3 font-semibold">{BLOCK_NAMES[kind]}</span>{" "}
          <span className="text-xs text-muted-foreground">From the record, as it is now</span>
        </span>
        {children}
      </figcaption>
      <Block blocks={blocks} />
    </figure>
  );
}
