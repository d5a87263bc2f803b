"use client";

import { useActionState, useState } from "react";
import { FormError } from "@/components/form/form-error";
import { SubmitButton } from "@/components/form/submit-button";
import { useForm, type FormAction } from "@/components/form/use-form";
import { useSeen } from "@/components/form/use-seen";
import { Disclosure } from "@/components/ui/disclosure";
import type { ActionResult } from "@/lib/action";
import { RATED_FACTS, type FactTexts } from "@/lib/domain/facts";
import type { Severity } from "@/lib/domain/incident";
import { FactFields, factsGivenBack, factsIn } from "./fact-fields";
import { WhatIfResult, type MilestoneTimes } from "./what-if-result";

type Preview = ActionResult<{ facts: FactTexts; seen: FactTexts }>;
export type PreviewAction = (previous: Preview | null, form: FormData) => Promise<Preview>;

type WhatIfFormProps = {
  action: FormAction;
  /** Shows what the answers make where the browser runs no script. */
  previewAction: PreviewAction;
  incidentKey: string;
  declared: Severity;
  current: FactTexts;
  times: MilestoneTimes;
};

/** Other answers, and at once what they would make of the severity; nothing changes until they are applied. */
export function WhatIfForm({ action, previewAction, current, ...incident }: WhatIfFormProps) {
  const sent = useForm(action);
  const { shown, text: seen, hold } = useSeen(sent, current);
  const [asked, preview] = useActionState(previewAction, null);
  const [written, setWritten] = useState<{ attempt: number; texts: FactTexts }>();
  const { form, result, attempt, isRefused, values, problems } = sent;

  const previewed = asked?.ok && !isRefused ? asked.data : undefined;
  const given = { ...shown, ...previewed?.facts, ...factsGivenBack(values) };
  const texts = written?.attempt === attempt ? written.texts : given;
  const refusal = asked && !asked.ok ? asked : undefined;

  return (
    <Disclosure
      key={attempt}
      summary="What if the answers were others?"
      open={isRefused || asked !== null}
      className="mt-2 print:hidden"
    >
      <form
        {...form}
        onInput={(event) => {
          hold();
          setWritten({ attempt, texts: factsIn(event.currentTarget) });
        }}
        className="grid gap-3"
      >
        <FormError result={result ?? refusal} />
        <input type="hidden" name="key" value={incident.incidentKey} />
        <input
          type="hidden"
          name="seen"
          value={previewed ? JSON.stringify(previewed.seen) : seen}
        />
        <p className="text-[0.8125rem] leading-5 text-muted-foreground">
          Nothing changes until you apply it.
        </p>
        <div key={JSON.stringify(shown)} className="grid gap-3">
          <FactFields
            facts={RATED_FACTS}
            texts={given}
            problems={{ ...problems, ...refusal?.fields }}
          />
        </div>
        <WhatIfResult texts={texts} current={shown} {...incident} />
        <div className="flex flex-wrap gap-2">
          <SubmitButton size="sm">Apply the answers</SubmitButton>
          <SubmitButton
            size="sm"
            variant="outline"
            formAction={preview}
            className="hidden noscript:inline-flex"
          >
            Show what they make
          </SubmitButton>
        </div>
      </form>
    </Disclosure>
  );
}
