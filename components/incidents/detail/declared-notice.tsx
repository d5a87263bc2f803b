import { CircleCheck } from "lucide-react";
import { Alert, AlertDescription, AlertTitle } from "@/components/ui/alert";

/** What stands on the page right after its declaration. */
export function DeclaredNotice({ incidentKey }: { incidentKey: string }) {
  return (
    <Alert role="status" variant="success" className="mb-4">
      <CircleCheck aria-hidden />
      <AlertTitle>{incidentKey} is declared.</AlertTitle>
      <AlertDescription>
        Nobody outside knows yet. Post a first update, and add what you have seen to the timeline.
      </AlertDescription>
    </Alert>
  );
}
