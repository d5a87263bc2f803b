import { OctagonAlert } from "lucide-react";
import { Alert, AlertDescription } from "@/components/ui/alert";
import { providerProblem } from "@/lib/domain/provider";

/** Why the way to the provider and back led to nothing, in words; nothing for what is no reason. */
export function ProviderProblem({ problem }: { problem: string | string[] | undefined }) {
  const words = providerProblem([problem].flat()[0]);
  if (words === undefined) return null;
  return (
    <Alert role="alert" variant="danger">
      <OctagonAlert aria-hidden />
      <AlertDescription>{words}</AlertDescription>
    </Alert>
  );
}
