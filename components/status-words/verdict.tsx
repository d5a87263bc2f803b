import type { RollUp } from "@/lib/domain/roll-up";
import { toUtc } from "@/lib/domain/time";
import { formatTime } from "@/lib/format";
import { shapeOf } from "@/lib/status-page/pictures";
import { cn } from "@/lib/utils";
import { Shape } from "./shape";
import { INDICATOR_SURFACE } from "./tones";

type VerdictProps = { verdict: RollUp; asOf: number };

/** The page's answer, and when it was given. */
export function Verdict({ verdict: { indicator, description }, asOf }: VerdictProps) {
  return (
    <div
      className={cn(
        "flex items-center gap-4 rounded-xl border px-5 py-6 sm:gap-5 sm:px-7",
        INDICATOR_SURFACE[indicator],
      )}
    >
      <Shape d={shapeOf(indicator)} className="size-8" />
      <div className="min-w-0">
        <p className="text-xl leading-tight font-semibold tracking-tight wrap-anywhere">
          {description}
        </p>
        <p className="mt-1 text-sm text-foreground">
          As of <time dateTime={toUtc(asOf)}>{formatTime(asOf)} UTC</time>
        </p>
      </div>
    </div>
  );
}
