import { BellRing } from "lucide-react";
import { ChangeButton } from "@/components/form/change-button";
import type { FormAction } from "@/components/form/use-form";
import { Time } from "@/components/time";
import { Alert, AlertDescription, AlertTitle } from "@/components/ui/alert";
import type { Escalation } from "@/db/queries/escalations";
import { LEVEL_NAMES, PATIENCE } from "@/lib/domain/escalation";
import { AcknowledgeForm } from "./acknowledge-form";
import { CallCountdown } from "./call-countdown";
import { namesInWords } from "./escalation-words";

type EscalationBannerProps = {
  incidentKey: string;
  escalation: Escalation;
  /** Left out for those who may not respond. */
  actions: { acknowledge: FormAction; putOff: FormAction } | undefined;
};

/** That nobody responds yet, who was called, and when the next ones are. */
export function EscalationBanner({ incidentKey, escalation, actions }: EscalationBannerProps) {
  const { respondBy, next, calls } = escalation;
  const last = calls.at(-1);
  return (
    <Alert role="region" aria-label="Acknowledgement" variant="warning" className="mb-4">
      <BellRing aria-hidden />
      <AlertTitle>Nobody has acknowledged this incident.</AlertTitle>
      <AlertDescription>
        <p>
          A response is asked for by <Time at={respondBy} show="time" /> UTC.{" "}
          {last ? (
            <>
              Called: {namesInWords(last.people)} at <Time at={last.at} show="time" /> UTC.{" "}
            </>
          ) : (
            "There was nobody to call. "
          )}
          <NextCall next={next} />
        </p>
        {actions && (
          <div className="mt-2 flex flex-wrap items-start gap-2 print:hidden">
            <AcknowledgeForm action={actions.acknowledge} incidentKey={incidentKey} />
            {next && (
              <ChangeButton action={actions.putOff} fields={{ key: incidentKey }} variant="outline">
                Wait {PATIENCE} min longer
              </ChangeButton>
            )}
          </div>
        )}
      </AlertDescription>
    </Alert>
  );
}

function NextCall({ next }: Pick<Escalation, "next">) {
  if (!next) return "Nobody else will be called.";
  return (
    <>
      Next, at <Time at={next.at} show="time" /> UTC
      <CallCountdown dueAt={next.at} />: {LEVEL_NAMES[next.level]}, {namesInWords(next.people)}.
    </>
  );
}
