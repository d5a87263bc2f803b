import type { ReactNode } from "react";
import { cn } from "@/lib/utils";

type EditorFrameProps = {
  /** Which view this is, what became of the text, and who else is here. */
  bar: ReactNode;
  /** Where one only reads there are no tools. */
  toolbar?: ReactNode;
  outline?: ReactNode;
  side?: ReactNode;
  children: ReactNode;
};

/** Where everything of the editor has its place, the same before the script runs and after. */
export function EditorFrame({ bar, toolbar, outline, side, children }: EditorFrameProps) {
  return (
    <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_19rem]">
      <div className="min-w-0">
        <div className="mb-2 flex min-h-9 flex-wrap items-center gap-x-4 gap-y-2">{bar}</div>
        <div className="rounded-xl border border-border bg-card shadow-xs">
          {toolbar && (
            <div
              className={cn(
                "sticky top-14 z-10 flex h-11 items-center rounded-t-xl border-b border-border",
                "bg-card px-1.5 pointer-coarse:h-13 noscript:hidden",
              )}
            >
              {toolbar}
            </div>
          )}
          <div className="px-4 py-6 sm:px-8 sm:py-8">
            <div className="mx-auto max-w-[72ch] text-[0.9375rem]">{children}</div>
          </div>
        </div>
      </div>
      <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-4 lg:sticky lg:top-18 lg:max-h-[calc(100dvh-5.5rem)] lg:overflow-y-auto">
        {outline}
        {side}
      </div>
    </div>
  );
}
