"use client";

import { ErrorPanel } from "@/components/shell/error-panel";

type ErrorProps = { error: Error & { digest?: string }; retry: () => void };

export default function PortalError({ error, retry }: ErrorProps) {
  return <ErrorPanel error={error} retry={retry} />;
}
