import type { ComponentProps } from "react";
import { chipOf } from "@/lib/domain/chip";
import { saidBy, type BlockData } from "@/lib/domain/live-block";

type ChipLinkProps = ComponentProps<"a"> & {
  /** What the record says, where it is at hand. */
  blocks: BlockData | undefined;
};

/** A link of a text; one to a person, an incident, an action or a row of a timeline is a chip. */
export function ChipLink({ blocks, href = "", title, ...props }: ChipLinkProps) {
  const chip = chipOf(href);
  if (!chip) return <a href={href} title={title} {...props} />;
  const { kind, key, seq } = chip;
  const isOwn = blocks && kind === "event" && key === blocks.key && seq !== undefined;
  const says = isOwn ? saidBy(blocks, seq) : undefined;
  return <a {...props} href={href} title={says ?? title} className={`chip chip-${kind}`} />;
}
