"use client";

import { Field } from "@/components/form/field";
import { FormError } from "@/components/form/form-error";
import { SubmitButton } from "@/components/form/submit-button";
import { useForm } from "@/components/form/use-form";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import { Input } from "@/components/ui/input";
import type { ActionResult } from "@/lib/action";
import { shownCode } from "@/lib/domain/second-factor";

type CodesAction = (
  previous: ActionResult | null,
  form: FormData,
) => Promise<ActionResult<{ codes: string[] }>>;

type NewCodesProps = {
  confirmAction: CodesAction;
  renewAction: CodesAction;
  state: "off" | "begun" | "on";
};

/**
 * Confirms the app, and makes recovery codes. It stands in one place whatever the state is, for the codes
 * are in the answer to its form and nowhere else.
 */
export function NewCodes({ confirmAction, renewAction, state }: NewCodesProps) {
  const confirmed = useForm(confirmAction);
  const renewed = useForm(renewAction);
  const codes = state === "on" ? (codesOf(renewed.result) ?? codesOf(confirmed.result)) : undefined;

  return (
    <>
      {codes && <Codes codes={codes} />}
      {state === "begun" && (
        <form
          key={confirmed.attempt}
          {...confirmed.form}
          className="grid max-w-sm gap-4"
          noValidate
        >
          <h2 className="font-semibold">2. Confirm it</h2>
          <FormError result={confirmed.result} />
          <Field
            label="Code that the app shows"
            name="code"
            error={confirmed.problems.code}
            hint="Six digits. They change every half minute."
            required
          >
            <Input autoComplete="one-time-code" inputMode="numeric" maxLength={20} />
          </Field>
          <SubmitButton className="justify-self-start">Switch it on</SubmitButton>
        </form>
      )}
      {state === "on" && (
        <form {...renewed.form} className="grid justify-items-start gap-2">
          <FormError result={renewed.result} />
          <SubmitButton variant="outline">Make new recovery codes</SubmitButton>
        </form>
      )}
    </>
  );
}

/** The codes of an answer, which come from the server alone. */
function codesOf(result: ActionResult | null): string[] | undefined {
  if (!result?.ok || typeof result.data !== "object" || result.data === null) return undefined;
  if (!("codes" in result.data) || !Array.isArray(result.data.codes)) return undefined;
  return result.data.codes.filter((code) => typeof code === "string");
}

function Codes({ codes }: { codes: string[] }) {
  return (
    <Card aria-labelledby="codes">
      <CardHeader>
        <CardTitle id="codes">Your recovery codes</CardTitle>
      </CardHeader>
      <CardContent className="grid gap-3">
        <p role="status">
          Keep them where you find them without your phone: each signs in once. They are shown only
          now, and earlier ones work no more.
        </p>
        <ul aria-label="Recovery codes" className="grid gap-1 sm:grid-cols-2">
          {codes.map((code) => (
            <li key={code}>
              <code className="select-all">{shownCode(code)}</code>
            </li>
          ))}
        </ul>
      </CardContent>
    </Card>
  );
}
