"use client";

import { Pause, Play } from "lucide-react";
import Link from "next/link";
import { useRef } from "react";
import { LiveBanner } from "@/components/live/live-banner";
import { Button } from "@/components/ui/button";
import { toUtc } from "@/lib/domain/time";
import { formatTime } from "@/lib/format";
import { cn } from "@/lib/utils";
import { AllCalm, type LastResolved } from "./all-calm";
import { usePaging } from "./use-paging";
import { useSecond } from "./use-second";
import { WallCard, type WallIncident } from "./wall-card";

type WallProps = { incidents: WallIncident[]; summary: string; lastResolved: LastResolved };

const PER_SCREEN = 8;

/** How many columns and rows a screen has for so many cards. */
const SHAPES = [
  { most: 1, className: "lg:grid-rows-1 lg:auto-cols-[100%]" },
  { most: 2, className: "lg:grid-rows-1 lg:auto-cols-[calc(50%-0.5rem)]" },
  { most: 4, className: "lg:grid-rows-2 lg:auto-cols-[calc(50%-0.5rem)]" },
  { most: 6, className: "lg:grid-rows-2 lg:auto-cols-[calc(100%/3-2rem/3)]" },
  { most: Infinity, className: "lg:grid-rows-2 lg:auto-cols-[calc(25%-0.75rem)]" },
] as const;

/** Everything that is open, for a screen on a wall: it fills the screen and pages on by itself. */
export function Wall({ incidents, summary, lastResolved }: WallProps) {
  const now = useSecond();
  const list = useRef<HTMLUListElement>(null);
  const isLong = incidents.length > PER_SCREEN;
  const { isPaused, setPaused } = usePaging(list, isLong);
  const shape = SHAPES.find(({ most }) => incidents.length <= most)?.className;

  return (
    <div data-wall className="flex min-h-dvh flex-col lg:h-dvh">
      <LiveBanner />
      <div className="flex flex-wrap items-center gap-x-6 gap-y-1 px-4 pt-3 text-lg lg:text-2xl">
        <h1 className="font-semibold">{summary}</h1>
        <Link
          href="/incidents"
          className="touch-target text-base text-muted-foreground underline-offset-4 hover:underline"
        >
          Leave the wall
        </Link>
        {isLong && (
          <Button
            variant="ghost"
            size="sm"
            aria-pressed={isPaused}
            onClick={() => setPaused(!isPaused)}
            className="max-lg:hidden"
          >
            {isPaused ? <Play aria-hidden /> : <Pause aria-hidden />}
            Hold this page
          </Button>
        )}
        <p className="ms-auto font-semibold tabular-nums lg:text-4xl">
          {now !== undefined && (
            <time dateTime={toUtc(now)}>
              {formatTime(now)} <span className="text-[0.6em] font-normal">UTC</span>
            </time>
          )}
        </p>
      </div>
      {incidents.length === 0 ? (
        <AllCalm lastResolved={lastResolved} />
      ) : (
        <ul
          ref={list}
          tabIndex={isLong ? 0 : undefined}
          aria-label="Open incidents"
          className={cn(
            "grid min-h-0 flex-1 gap-4 p-4 max-lg:content-start sm:max-lg:grid-cols-2",
            "lg:snap-x lg:scroll-px-4 lg:grid-flow-col lg:overflow-x-auto lg:overflow-y-hidden",
            shape,
          )}
        >
          {incidents.map((incident) => (
            <WallCard key={incident.key} incident={incident} now={now} />
          ))}
        </ul>
      )}
    </div>
  );
}
