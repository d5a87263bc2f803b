"use client";

import { Copy, Printer } from "lucide-react";
import { toast } from "@/components/ui/toast";
import { Button } from "@/components/ui/button";
import { useHasScript } from "@/components/use-has-script";
import type { HandoverBrief } from "@/lib/domain/handover-brief";
import { briefText } from "./brief-text";

type CopyBriefProps = { heading: string; brief: HandoverBrief; at: number };

/** Copies the brief as text, or prints it; the browser's own menu does both without scripts. */
export function CopyBrief(props: CopyBriefProps) {
  const hasScript = useHasScript();
  if (!hasScript) return null;

  async function copy() {
    try {
      await navigator.clipboard.writeText(briefText({ ...props, origin: location.origin }));
      toast("Brief copied.");
    } catch {
      toast("The browser did not allow copying. Select the text instead.", { tone: "danger" });
    }
  }

  return (
    <>
      <Button variant="outline" size="sm" onClick={() => void copy()}>
        <Copy aria-hidden />
        Copy as text
      </Button>
      <Button variant="outline" size="sm" onClick={() => window.print()}>
        <Printer aria-hidden />
        Print
      </Button>
    </>
  );
}
