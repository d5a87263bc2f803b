"use client";

import { useFormStatus } from "react-dom";
import { Button, type ButtonProps } from "@/components/ui/button";

/** Sends its form. While that runs it keeps its label and the focus, and does not send twice. */
export function SubmitButton({ children, onClick, ...props }: Omit<ButtonProps, "asChild">) {
  const { pending } = useFormStatus();
  return (
    <Button
      type="submit"
      aria-disabled={pending || undefined}
      onClick={pending ? (event) => event.preventDefault() : onClick}
      {...props}
    >
      {children}
      {pending && "…"}
    </Button>
  );
}
