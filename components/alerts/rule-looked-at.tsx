import { Alert, AlertDescription } from "@/components/ui/alert";
import type { RulePreview } from "@/db/queries/rule-preview";
import { RuleMatches } from "./rule-matches";

type RuleLookedAtProps = { preview: RulePreview | undefined; problem: string | undefined };

/** Which alerts a rule would be for, or why that cannot be said. */
export function RuleLookedAt({ preview, problem }: RuleLookedAtProps) {
  if (preview) return <RuleMatches {...preview} />;
  return (
    <Alert role="alert" variant="danger">
      <AlertDescription>{problem ?? "Please check the form."}</AlertDescription>
    </Alert>
  );
}
