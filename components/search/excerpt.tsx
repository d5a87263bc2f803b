import type { Segment } from "@/lib/domain/search";

/** A text with its matches marked: by weight and a line below, not by colour alone. */
export function Excerpt({ segments }: { segments: Segment[] }) {
  return segments.map(({ text, isMatch }, index) =>
    isMatch ? (
      <mark
        key={index}
        className="bg-warning-surface font-semibold text-foreground underline decoration-warning decoration-2 underline-offset-2"
      >
        {text}
      </mark>
    ) : (
      <span key={index}>{text}</span>
    ),
  );
}
