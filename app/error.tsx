"use client";

import { ErrorPanel } from "@/components/shell/error-panel";

type ErrorProps = { error: Error & { digest?: string }; retry: () => void };

export default function ErrorPage({ error, retry }: ErrorProps) {
  return (
    <main id="main" className="px-4">
      <ErrorPanel error={error} retry={retry} />
    </main>
  );
}
