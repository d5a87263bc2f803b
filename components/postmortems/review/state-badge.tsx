import { Badge } from "@/components/ui/badge";
import type { PostmortemState } from "@/lib/domain/postmortem";
import { STATE_WORDS } from "@/lib/domain/publication/words";

const VARIANTS = {
  draft: "secondary",
  in_review: "info",
  approved: "success",
  published: "success",
  not_required: "outline",
} as const;

type StateBadgeProps = {
  state: PostmortemState;
  /** True where the text is another one than was approved. */
  isEdited?: boolean;
};

/** Where a postmortem stands. */
export function StateBadge({ state, isEdited = false }: StateBadgeProps) {
  return (
    <>
      <Badge variant={VARIANTS[state]}>{STATE_WORDS[state]}</Badge>
      {isEdited && <Badge variant="warning">Edited since approval</Badge>}
    </>
  );
}
