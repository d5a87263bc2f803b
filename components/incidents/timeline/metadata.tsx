import { jsonText } from "@/components/incidents/detail/fact-values";
import type { JsonObject } from "@/lib/domain/record";

/** What was measured or noted beside an event. */
export function Metadata({ metadata }: { metadata: JsonObject }) {
  const entries = Object.entries(metadata);
  if (entries.length === 0) return null;
  return (
    <dl className="mt-1 flex flex-wrap gap-x-4 gap-y-0.5 text-xs leading-5 text-muted-foreground">
      {entries.map(([name, value]) => (
        <div key={name} className="flex min-w-0 flex-wrap gap-x-1.5">
          <dt>{name.replaceAll("_", " ")}</dt>
          <dd className="text-foreground wrap-anywhere tabular-nums">{jsonText(value)}</dd>
        </div>
      ))}
    </dl>
  );
}
