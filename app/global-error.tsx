"use client";

import { ErrorPanel } from "@/components/shell/error-panel";
import "./globals.css";

type ErrorProps = { error: Error & { digest?: string }; retry: () => void };

/** Stands in for the whole page when even its layout fails. */
export default function GlobalError({ error, retry }: ErrorProps) {
  return (
    <html lang="en">
      <body className="min-h-dvh font-sans">
        <title>Something broke · Muster</title>
        <main id="main" className="px-4">
          <ErrorPanel error={error} retry={retry} />
        </main>
      </body>
    </html>
  );
}
