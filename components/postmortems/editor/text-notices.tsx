"use client";

import { Alert, AlertDescription } from "@/components/ui/alert";
import { OrphanNotice } from "./orphan-notice";
import { useTextState, type OpenText } from "./use-connection";

/** What the writer has to know of the text before writing on. */
export function TextNotices({ text }: { text: OpenText }) {
  const isFailed = useTextState(text, ({ kind }) => kind === "failed");
  const reason = useTextState(text, (state) => state.reason);
  const orphan = useTextState(text, (state) => state.orphan);

  return (
    <>
      {isFailed && (
        <Alert variant="warning" role="alert" className="mb-6">
          <AlertDescription>
            {reason} The text is here to be read only; what you wrote is kept on this device.
          </AlertDescription>
        </Alert>
      )}
      {orphan !== undefined && <OrphanNotice text={orphan} onForget={text.link.forgetOrphan} />}
    </>
  );
}
