import Link from "next/link";
import type { ReactNode } from "react";
import { Alert, AlertDescription, AlertTitle } from "@/components/ui/alert";
import { EditorFrame } from "./editor-frame";
import { ViewTabs } from "./view-tabs";

type ReadOnlyTextProps = {
  incidentKey: string;
  /** Why nobody can write here, as a sentence. */
  reason: string;
  side?: ReactNode;
  children: ReactNode;
};

/** The text as it was last, where the editor cannot be: with why, and where to write instead. */
export function ReadOnlyText({ incidentKey, reason, side, children }: ReadOnlyTextProps) {
  return (
    <EditorFrame
      bar={<ViewTabs incidentKey={incidentKey} shown="Write" />}
      toolbar={<p className="px-2 text-[0.8125rem] text-muted-foreground">Read only</p>}
      side={side}
    >
      <Alert variant="warning" role="alert" className="mb-6">
        <AlertTitle>This is the last text, to be read only.</AlertTitle>
        <AlertDescription>
          {reason}{" "}
          <Link
            href={`/incidents/${encodeURIComponent(incidentKey)}/postmortem?view=markdown`}
            className="touch-target font-medium text-link underline underline-offset-2"
          >
            Write in the Markdown tab
          </Link>
        </AlertDescription>
      </Alert>
      {children}
    </EditorFrame>
  );
}
