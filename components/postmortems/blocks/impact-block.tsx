import type { BlockData } from "@/lib/domain/live-block";
import { Nothing } from "./nothing";

/** What the record says about who was hurt, and how. */
export function ImpactBlock({ blocks: { impact } }: { blocks: BlockData }) {
  if (impact.length === 0) return <Nothing>No impact is recorded.</Nothing>;
  return (
    <dl className="grid gap-x-6 px-3 py-2 sm:grid-cols-2">
      {impact.map(({ label, value }) => (
        <div key={label} className="flex justify-between gap-3 py-0.5">
          <dt className="text-muted-foreground">{label}</dt>
          <dd className="text-end font-medium wrap-anywhere">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
