"use client";

import { Printer } from "lucide-react";
import { Button } from "@/components/ui/button";
import { useHasScript } from "@/components/use-has-script";

/** Opens the browser's own print dialog, which also makes a PDF. */
export function PrintButton() {
  if (!useHasScript()) return null;
  return (
    <Button type="button" variant="outline" onClick={() => window.print()}>
      <Printer aria-hidden />
      Print or save as PDF
    </Button>
  );
}
