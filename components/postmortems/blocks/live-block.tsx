import { useId } from "react";
import { BLOCK_NAMES, type BlockData, type LiveBlock } from "@/lib/domain/live-block";
import { ActionItemsBlock } from "./action-items-block";
import { ImpactBlock } from "./impact-block";
import { MetricsBlock } from "./metrics-block";
import { TimelineBlock } from "./timeline-block";

type LiveBlockFigureProps = { kind: LiveBlock; blocks: BlockData };

const BLOCKS = {
  timeline: TimelineBlock,
  "action-items": ActionItemsBlock,
  metrics: MetricsBlock,
  impact: ImpactBlock,
};

/** A part of a text that is the record's: it shows what stands there now. */
export function LiveBlockFigure({ kind, blocks }: LiveBlockFigureProps) {
  const caption = useId();
  const Block = BLOCKS[kind];
  return (
    <figure
      aria-labelledby={caption}
      className="rounded-lg border border-border bg-card text-sm leading-5.5"
    >
      <figcaption
        id={caption}
        className="flex flex-wrap items-baseline justify-between gap-x-3 border-b border-border px-3 py-1.5"
      >
        <span className="font-semibold">{BLOCK_NAMES[kind]}</span>{" "}
        <span className="text-xs text-muted-foreground">From the record, as it is now</span>
      </figcaption>
      <Block blocks={blocks} />
    </figure>
  );
}
