import { Field } from "@/components/form/field";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { SharedSection } from "./shared-section";

type SharedFollowProps = { action: string; wasAsked: boolean };

/** A form for those who want to be told by e-mail. */
export function SharedFollow({ action, wasAsked }: SharedFollowProps) {
  return (
    <div className="print:hidden">
      <SharedSection title="Follow by e-mail" id="follow">
        {wasAsked && (
          <p role="status" className="mb-4 rounded-lg bg-success-surface px-3 py-2 text-success">
            If this address does not follow yet, a mail with a link to confirm is on its way.
          </p>
        )}
        <form method="post" action={action} className="grid max-w-prose gap-4">
          <Field
            label="E-mail"
            name="address"
            hint="You get a mail with a link to confirm. Every mail after that has one to stop."
            required
          >
            <Input type="email" autoComplete="email" maxLength={200} />
          </Field>
          <Button type="submit" variant="outline" className="w-fit">
            Follow
          </Button>
        </form>
      </SharedSection>
    </div>
  );
}
