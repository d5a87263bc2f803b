import { Lock } from "lucide-react";
import { Badge } from "@/components/ui/badge";

/** Says that only its people and admins see this. */
export function PrivateMark() {
  return (
    <Badge variant="outline" title="Only its members and admins see this incident">
      <Lock aria-hidden />
      Private
    </Badge>
  );
}
