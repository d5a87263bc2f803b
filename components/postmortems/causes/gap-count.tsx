import { Badge } from "@/components/ui/badge";

/** How many factors no action answers. */
export function GapCount({ gaps }: { gaps: number }) {
  if (gaps === 0) return <Badge variant="success">Every factor is answered</Badge>;
  return <Badge variant="danger">{gaps === 1 ? "1 gap" : `${gaps} gaps`}</Badge>;
}
