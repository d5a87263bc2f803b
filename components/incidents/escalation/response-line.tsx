import type { Escalation } from "@/db/queries/escalations";
import type { ExecutivesTold } from "@/lib/domain/executives";
import { acknowledgedWords, executivesWords } from "./escalation-words";

type ResponseLineProps = {
  escalation: Escalation | undefined;
  executives: ExecutivesTold | undefined;
};

/** Who responded and how soon, and whether those above heard of it in time. */
export function ResponseLine({ escalation, executives }: ResponseLineProps) {
  const acknowledged = escalation && acknowledgedWords(escalation);
  const isLate = executives?.state === "missed" && executives.toldAt === null;
  return (
    <>
      {acknowledged && <span>{acknowledged}</span>}
      {executives && (
        <span className={isLate ? "font-medium text-danger" : undefined}>
          {executivesWords(executives)}
        </span>
      )}
    </>
  );
}
