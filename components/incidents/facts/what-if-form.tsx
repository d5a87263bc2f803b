"use client";

import { useState } from "react";
import { FormError } from "@/components/form/form-error";
import { SubmitButton } from "@/components/form/submit-button";
import { useForm, type FormAction } from "@/components/form/use-form";
import { useSeen } from "@/components/form/use-seen";
import { Disclosure } from "@/components/ui/disclosure";
import { RATED_FACTS, type FactTexts } from "@/lib/domain/facts";
import type { Severity } from "@/lib/domain/incident";
import { FACT_COLUMNS, FactFields, factsGivenBack, factsIn } from "./fact-fields";
import { WhatIfResult, type MilestoneTimes } from "./what-if-result";

type WhatIfFormProps = {
  action: FormAction;
  incidentKey: string;
  declared: Severity;
  current: FactTexts;
  times: MilestoneTimes;
};

/** Other answers, and at once what they would make of the severity; nothing changes until they are applied. */
export function WhatIfForm({ action, incidentKey, declared, current, times }: WhatIfFormProps) {
  const sent = useForm(action);
  const { shown, text, hold } = useSeen(sent, current);
  const [written, setWritten] = useState<{ attempt: number; texts: FactTexts }>();
  const { form, result, attempt, isRefused, values, problems } = sent;
  const given = { ...shown, ...factsGivenBack(values) };
  const texts = written?.attempt === attempt ? written.texts : given;
  const isPreview = result !== null && !result.ok && result.findings !== undefined;

  return (
    <Disclosure
      key={attempt}
      summary="What if the answers were others?"
      open={isRefused}
      className="mt-2 print:hidden"
    >
      <form
        {...form}
        onInput={({ currentTarget }) => {
          hold();
          setWritten({ attempt, texts: factsIn(currentTarget) });
        }}
        className="grid gap-3"
      >
        {!isPreview && <FormError result={result} />}
        <input type="hidden" name="key" value={incidentKey} />
        <input type="hidden" name="seen" value={text} />
        <p className="text-[0.8125rem] leading-5 text-muted-foreground">
          Nothing changes until you apply it.
        </p>
        <div key={JSON.stringify(shown)} className={FACT_COLUMNS}>
          <FactFields facts={RATED_FACTS} texts={given} problems={problems} />
        </div>
        <WhatIfResult texts={texts} current={shown} declared={declared} times={times} />
        <div className="flex flex-wrap gap-2">
          <SubmitButton size="sm">Apply the answers</SubmitButton>
          <SubmitButton
            size="sm"
            variant="outline"
            name="intent"
            value="preview"
            className="hidden noscript:inline-flex"
          >
            Show what they make
          </SubmitButton>
        </div>
      </form>
    </Disclosure>
  );
}
