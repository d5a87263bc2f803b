import { Badge } from "@/components/ui/badge";
import type { DeliveryState } from "@/lib/domain/alerts/source";

const STATES = {
  taken: { word: "Taken", look: "success" },
  repeated: { word: "Repeat", look: "secondary" },
  ignored: { word: "No alert", look: "secondary" },
  unknown: { word: "Not understood", look: "warning" },
  refused: { word: "Refused", look: "danger" },
} as const satisfies Record<DeliveryState, object>;

/** What became of a delivery. */
export const DeliveryBadge = ({ state }: { state: DeliveryState }) => (
  <Badge variant={STATES[state].look}>{STATES[state].word}</Badge>
);
