import type { ActionResult } from "@/lib/action";
import type { TemplateSection } from "@/lib/domain/template";

/** A template as somebody is writing it; `version` is what they began with. */
export type TemplateState = { name: string; version: number; sections: TemplateSection[] };

/** Gives back what was sent with a button's change; nothing where it was saved. */
export type TemplateAction = (
  previous: ActionResult<TemplateState | undefined> | null,
  form: FormData,
) => Promise<ActionResult<TemplateState | undefined>>;
