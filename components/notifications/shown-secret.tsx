import { KeyRound } from "lucide-react";
import { Alert, AlertDescription, AlertTitle } from "@/components/ui/alert";
import { Input } from "@/components/ui/input";

/** What a webhook is signed with, this one time. */
export const ShownSecret = ({ secret }: { secret: string }) => (
  <Alert role="status" variant="success">
    <KeyRound aria-hidden />
    <AlertTitle>This is its signing secret. It is shown only now.</AlertTitle>
    <AlertDescription className="mt-1 grid gap-2">
      <p>The receiver checks each message with it. Keep it like a password.</p>
      <Input
        readOnly
        autoFocus
        aria-label="Signing secret"
        value={secret}
        onFocus={(event) => event.currentTarget.select()}
        className="font-mono"
      />
    </AlertDescription>
  </Alert>
);
