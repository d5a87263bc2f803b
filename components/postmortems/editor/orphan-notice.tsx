"use client";

import { useState } from "react";
import { Alert, AlertDescription, AlertTitle } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Textarea } from "@/components/ui/textarea";

/** What was written here before and did not reach the portal in time: to be taken over by hand. */
export function OrphanNotice({ text, onForget }: { text: string; onForget: () => void }) {
  const [isAsked, setAsked] = useState(false);
  return (
    <Alert variant="warning" role="alert" className="mb-6">
      <AlertTitle>
        This device kept what you wrote earlier, in a text that was replaced since.
      </AlertTitle>
      <AlertDescription>
        <p>Nothing is lost: it is below. Copy from it what should stay.</p>
        <Textarea
          readOnly
          aria-label="What you wrote earlier, in Markdown"
          value={text}
          className="my-2 field-sizing-fixed h-40 font-mono text-[0.8125rem]"
        />
        <Button
          variant="outline"
          size="sm"
          type="button"
          onClick={() => (isAsked ? onForget() : setAsked(true))}
        >
          {isAsked ? "Forget it for good" : "Forget it"}
        </Button>
      </AlertDescription>
    </Alert>
  );
}
