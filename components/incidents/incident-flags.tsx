import { FlaskConical } from "lucide-react";
import { PrivateMark } from "@/components/incidents/people/private-mark";
import { Badge } from "@/components/ui/badge";

type IncidentFlagsProps = { isDrill: boolean; isPrivate: boolean };

/** What sets an incident apart, beside its severity: an exercise, or one that few people see. */
export function IncidentFlags({ isDrill, isPrivate }: IncidentFlagsProps) {
  return (
    <>
      {isDrill && (
        <Badge variant="info" title="An exercise: it stays out of the numbers">
          <FlaskConical aria-hidden />
          Drill
        </Badge>
      )}
      {isPrivate && <PrivateMark />}
    </>
  );
}
