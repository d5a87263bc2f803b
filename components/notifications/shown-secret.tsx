import { ShownOnce } from "@/components/form/shown-once";

/** What a webhook is signed with, this one time. */
export const ShownSecret = ({ secret }: { secret: string }) => (
  <ShownOnce
    title="This is its signing secret. It is shown only now."
    label="Signing secret"
    value={secret}
  >
    The receiver checks each message with it. Keep it like a password.
  </ShownOnce>
);
