"use client";

import { Copy } from "lucide-react";
import { toast } from "@/components/ui/toast";
import { Button } from "@/components/ui/button";
import { useHasScript } from "@/components/use-has-script";

/** Copies a text; without scripts it is selected by hand. */
export function CopyText({ text }: { text: string }) {
  const hasScript = useHasScript();
  if (!hasScript) return null;

  async function copy() {
    try {
      await navigator.clipboard.writeText(text);
      toast("Copied.");
    } catch {
      toast("The browser did not allow copying. Select the text instead.", { tone: "danger" });
    }
  }

  return (
    <Button variant="outline" size="sm" className="mt-2" onClick={() => void copy()}>
      <Copy aria-hidden />
      Copy
    </Button>
  );
}
