import { cn } from "@/lib/utils";

/** A drawing of one line, beside words that say the same. */
export const Shape = ({ d, className }: { d: string; className: string | undefined }) => (
  <svg
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    strokeWidth={2.25}
    strokeLinecap="round"
    strokeLinejoin="round"
    aria-hidden="true"
    className={cn("size-4 shrink-0", className)}
  >
    <path d={d} />
  </svg>
);
