import { ArrowUp } from "lucide-react";
import type { Ref } from "react";
import { Button } from "@/components/ui/button";

type NewEntriesProps = { top: Ref<HTMLDivElement>; waiting: number; show: () => void };

/** The beginning of a list that keeps new entries back, and the way to them. It takes no room. */
export function NewEntries({ top, waiting, show }: NewEntriesProps) {
  return (
    <>
      <div ref={top} tabIndex={-1} className="h-px scroll-mt-20 outline-none" />
      <div className="sticky top-18 z-10 flex h-0 justify-center print:hidden">
        {waiting > 0 && (
          <Button size="sm" className="rounded-full shadow-lg" onClick={show}>
            <ArrowUp aria-hidden />
            {waiting} new {waiting === 1 ? "event" : "events"}
          </Button>
        )}
      </div>
    </>
  );
}
