import type { FormAction } from "@/components/form/use-form";
import { FactsForm } from "@/components/incidents/facts/facts-form";
import { Section } from "@/components/incidents/detail/section";

type RootCauseProps = {
  incidentKey: string;
  cause: string;
  /** Left out for those who may not change it. */
  action: FormAction | undefined;
};

/** The cause without which it would not have happened, as the record has it. */
export function RootCause({ incidentKey, cause, action }: RootCauseProps) {
  return (
    <Section id="root-cause" title="Root cause">
      {cause ? (
        <p className="max-w-prose whitespace-pre-wrap wrap-anywhere">{cause}</p>
      ) : (
        <p className="text-muted-foreground">Nobody has named it yet.</p>
      )}
      {action && (
        <FactsForm
          action={action}
          incidentKey={incidentKey}
          summary={cause ? "Change the root cause" : "Name the root cause"}
          facts={["root_cause"]}
          current={{ root_cause: cause }}
        />
      )}
    </Section>
  );
}
