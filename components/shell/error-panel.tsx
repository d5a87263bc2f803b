"use client";

import { Button } from "@/components/ui/button";
import { PageHeader } from "./page-header";

type ErrorPanelProps = { error: Error & { digest?: string }; retry: () => void };

/** What to say after a bug, with the reference under which the log holds it. */
export function ErrorPanel({ error, retry }: ErrorPanelProps) {
  return (
    <div role="alert" className="mx-auto max-w-md py-12">
      <PageHeader title="Something broke on our side." description="Nothing you typed was sent." />
      <Button onClick={retry}>Try again</Button>
      {error.digest && (
        <p className="mt-6 text-[0.8125rem] text-muted-foreground">
          Reference <code className="font-mono">{error.digest}</code>
        </p>
      )}
    </div>
  );
}
