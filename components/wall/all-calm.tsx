import { CircleCheck } from "lucide-react";
import Link from "next/link";
import { Time } from "@/components/time";

export type LastResolved = { key: string; title: string; at: number } | undefined;

/** What the wall shows on a good day. */
export function AllCalm({ lastResolved }: { lastResolved: LastResolved }) {
  return (
    <div className="grid flex-1 place-content-center justify-items-center gap-6 p-6 text-center">
      <CircleCheck aria-hidden className="size-20 text-success lg:size-40" />
      <p className="text-4xl font-semibold tracking-tight lg:text-8xl">Nothing is on fire.</p>
      {lastResolved && (
        <p className="text-lg text-muted-foreground lg:text-3xl">
          Last resolved{" "}
          <Link
            href={`/incidents/${encodeURIComponent(lastResolved.key)}`}
            className="underline-offset-4 hover:underline"
          >
            {lastResolved.title}
          </Link>
          , <Time at={lastResolved.at} show="age" />
        </p>
      )}
    </div>
  );
}
