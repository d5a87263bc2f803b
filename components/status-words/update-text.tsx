import { cn } from "@/lib/utils";

/** The words of an update as plain text: nothing in it is resolved, linked or loaded. */
export function UpdateText({ body, className }: { body: string; className?: string }) {
  return <p className={cn("whitespace-pre-line wrap-anywhere", className)}>{body}</p>;
}
