"use client";

import { Check, Copy, Link2 } from "lucide-react";
import { useState } from "react";
import { Alert, AlertDescription, AlertTitle } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { formatDateTime } from "@/lib/format";

/** The fresh link. It can be copied by hand where scripts or the clipboard are missing. */
export function NewLink({ url, expiresAt }: { url: string; expiresAt: number }) {
  const [copied, setCopied] = useState<boolean>();

  async function copy() {
    try {
      await navigator.clipboard.writeText(url);
      setCopied(true);
    } catch {
      setCopied(false);
    }
  }

  return (
    <Alert role="status" variant="success">
      <Link2 aria-hidden />
      <AlertTitle>Your link is ready. It is shown only now.</AlertTitle>
      <AlertDescription className="mt-1 grid gap-2">
        <p>It works until {formatDateTime(expiresAt)}.</p>
        <div className="flex gap-2 max-sm:grid">
          <Input
            readOnly
            aria-label="Link to share"
            value={url}
            onFocus={(event) => event.currentTarget.select()}
            className="font-mono"
          />
          <Button variant="outline" onClick={copy} type="button">
            {copied ? <Check aria-hidden /> : <Copy aria-hidden />}
            {copied ? "Copied" : "Copy"}
          </Button>
        </div>
        {copied === false && <p>Copying is not allowed here. Select the link and copy it.</p>}
      </AlertDescription>
    </Alert>
  );
}
