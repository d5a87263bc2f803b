import { MILESTONE_WORDS } from "@/components/incidents/detail/metric-words";
import { Verdict } from "@/components/incidents/detail/verdict";
import { eventAddress, incidentAddress } from "@/lib/domain/chip";
import { blockTime, type BlockData, type BlockMoment } from "@/lib/domain/live-block";
import { METRIC_NAMES } from "@/lib/domain/metrics";
import { toUtc } from "@/lib/domain/time";
import { formatMinutes } from "@/lib/format";
import { BlockLink } from "./block-link";
import { BlockTable } from "./block-table";
import { Nothing } from "./nothing";

/** How long it took, against what it may take, with the moments between which it was measured. */
export function MetricsBlock({ blocks }: { blocks: BlockData }) {
  if (blocks.metrics.length === 0) return <Nothing>Nothing can be measured yet.</Nothing>;
  const rows = blocks.metrics.map(({ name, minutes, target, met, from, to }) => ({
    id: name,
    cells: [
      <span key="name" className="font-medium whitespace-nowrap">
        {METRIC_NAMES[name]}
      </span>,
      <span key="minutes" className="whitespace-nowrap tabular-nums">
        {formatMinutes(minutes)}
      </span>,
      target === null || met === null ? "None" : <Verdict key="met" met={met} target={target} />,
      <Moment key="from" blocks={blocks} moment={from} />,
      <Moment key="to" blocks={blocks} moment={to} />,
    ],
  }));
  return (
    <BlockTable
      label="Metrics"
      heads={["Metric", "Measured", "Target", "From", "To"]}
      rows={rows}
    />
  );
}

type MomentProps = { blocks: BlockData; moment: BlockMoment };

function Moment({ blocks, moment: { name, at, seq } }: MomentProps) {
  const { key } = blocks;
  return (
    <span className="whitespace-nowrap">
      {MILESTONE_WORDS[name]}{" "}
      <BlockLink
        href={seq === null ? `${incidentAddress(key)}#milestone-${name}` : eventAddress(key, seq)}
      >
        <time dateTime={toUtc(at)}>{blockTime(blocks, at)}</time>
      </BlockLink>
    </span>
  );
}
