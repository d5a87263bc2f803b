import { TriangleAlert } from "lucide-react";
import { cn } from "@/lib/utils";

type WarningsCardProps = { warnings: string[]; className?: string };

/** What looks wrong in the record and may be true. */
export function WarningsCard({ warnings, className }: WarningsCardProps) {
  if (warnings.length === 0) return null;
  return (
    <section
      aria-labelledby="warnings"
      className={cn(
        "rounded-lg border border-warning/40 bg-warning-surface px-4 py-3.5",
        className,
      )}
    >
      <h2
        id="warnings"
        className="mb-1.5 flex items-center gap-2 text-sm leading-5 font-semibold text-warning"
      >
        <TriangleAlert aria-hidden className="size-4" />
        Worth a second look
      </h2>
      <ul className="grid list-disc gap-1.5 ps-4 text-[0.8125rem] leading-5 marker:text-warning">
        {warnings.map((warning) => (
          <li key={warning} className="wrap-anywhere">
            {warning}
          </li>
        ))}
      </ul>
    </section>
  );
}
