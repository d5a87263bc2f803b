import { Badge } from "@/components/ui/badge";
import { formatMinutes } from "@/lib/format";

/** Whether a target in minutes was met, in words. */
export function Verdict({ met, target }: { met: boolean; target: number }) {
  return (
    <Badge variant={met ? "success" : "danger"}>
      {met ? "Met" : "Missed"}
      <span className="font-normal">target {formatMinutes(target)}</span>
    </Badge>
  );
}
