import type { ComponentProps } from "react";
import { chipOf } from "@/lib/domain/chip";
import type { BlockData } from "@/lib/domain/live-block";

type ChipLinkProps = ComponentProps<"a"> & {
  /** What the events say that the text cites. */
  cited: Pick<BlockData, "key" | "cited"> | undefined;
};

/** A link of a text; one to a person, an incident, an action or a row of a timeline is a chip. */
export function ChipLink({ cited, href = "", title, ...props }: ChipLinkProps) {
  const chip = chipOf(href);
  if (!chip) return <a href={href} title={title} {...props} />;
  const { kind, key, seq } = chip;
  const says = kind === "event" && key === cited?.key ? cited?.cited[seq ?? 0] : undefined;
  return <a {...props} href={href} title={says ?? title} className={`chip chip-${kind}`} />;
}
