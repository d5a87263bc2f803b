"use client";

import { OctagonAlert } from "lucide-react";
import { useEffect, useRef } from "react";
import { Alert, AlertDescription } from "@/components/ui/alert";

type FormErrorProps = {
  result: { ok: true } | { ok: false; error: string } | null | undefined;
  className?: string;
};

/** Why the action said no, above its form's fields; the first field with a problem takes the focus. */
export function FormError({ result, className }: FormErrorProps) {
  const box = useRef<HTMLDivElement>(null);
  const failed = result && !result.ok ? result : undefined;

  useEffect(() => {
    if (!failed) return;
    const invalid = box.current?.closest("form")?.querySelector('[aria-invalid="true"]');
    if (invalid instanceof HTMLElement) invalid.focus();
  }, [failed]);

  if (!failed) return null;
  return (
    <Alert ref={box} role="alert" variant="danger" className={className}>
      <OctagonAlert aria-hidden />
      <AlertDescription>{failed.error}</AlertDescription>
    </Alert>
  );
}
