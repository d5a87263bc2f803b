import { Field } from "@/components/form/field";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { PASSCODE_LENGTH } from "@/lib/domain/passcode";

type PasscodePageProps = {
  action: string;
  wasWrong: boolean;
  /** For how many minutes no passcode is looked at. */
  wait: number | undefined;
};

/** Asks for the passcode of a link, and tells nothing of what is behind it. */
export function PasscodePage({ action, wasWrong, wait }: PasscodePageProps) {
  const problem = wait === undefined ? (wasWrong ? WRONG : undefined) : waitWords(wait);
  return (
    <main id="main" className="mx-auto w-full max-w-md flex-1 py-24">
      <h1 className="text-xl font-semibold">This link needs a passcode</h1>
      <p className="mt-2 text-muted-foreground">Whoever gave you the link has it.</p>
      <form method="post" action={action} className="mt-6 grid gap-4">
        <Field label="Passcode" name="passcode" error={problem} required>
          <Input type="password" autoComplete="off" maxLength={PASSCODE_LENGTH.most} />
        </Field>
        <Button type="submit" className="w-fit">
          Open
        </Button>
      </form>
    </main>
  );
}

const WRONG = "This is not the passcode.";

const waitWords = (minutes: number) =>
  `Too many tries. Try again in ${minutes} ${minutes === 1 ? "minute" : "minutes"}.`;
