import { PlainForm } from "@/components/form/plain-form";
import type { FormAction } from "@/components/form/use-form";
import { Time } from "@/components/time";
import { Disclosure } from "@/components/ui/disclosure";

type FactorOnProps = {
  factor: { confirmedAt: number | null; codesLeft: number };
  removeAction: FormAction;
};

/** Since when the second factor is on, and how to switch it off. */
export function FactorOn({ factor: { confirmedAt, codesLeft }, removeAction }: FactorOnProps) {
  return (
    <div className="grid gap-3">
      <p>
        It is on
        {confirmedAt !== null && (
          <>
            {" "}
            since <Time at={confirmedAt} show="datetime" />
          </>
        )}
        . {codesLeft === 1 ? "1 recovery code is" : `${codesLeft} recovery codes are`} left.
      </p>
      <Disclosure summary="Switch it off" className="text-muted-foreground">
        <PlainForm
          action={removeAction}
          fields={[
            {
              name: "password",
              label: "Password",
              kind: "password",
              autoComplete: "current-password",
            },
          ]}
          submit="Switch it off"
        />
      </Disclosure>
    </div>
  );
}
