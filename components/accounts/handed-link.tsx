import { useId } from "react";
import { Input } from "@/components/ui/input";
import type { ActionResult } from "@/lib/action";

export type LinkAction = (
  previous: ActionResult | null,
  form: FormData,
) => Promise<ActionResult<{ link: string }>>;

/** A link that an answer holds, which is shown this once. */
export function HandedLink({ result, note }: { result: ActionResult | null; note: string }) {
  const id = useId();
  const link = linkOf(result);
  if (link === undefined) return null;
  return (
    <div role="status" className="grid gap-1.5">
      <label htmlFor={id} className="font-medium">
        Link to hand over
      </label>
      <Input id={id} readOnly value={link} />
      <p className="text-[0.8125rem] text-muted-foreground">{note}</p>
    </div>
  );
}

function linkOf(result: ActionResult | null): string | undefined {
  if (!result?.ok || typeof result.data !== "object" || result.data === null) return undefined;
  return "link" in result.data && typeof result.data.link === "string"
    ? result.data.link
    : undefined;
}
