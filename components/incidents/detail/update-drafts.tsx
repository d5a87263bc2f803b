"use client";

import Link from "next/link";
import { FormError } from "@/components/form/form-error";
import { SubmitButton } from "@/components/form/submit-button";
import { useForm, type FormAction } from "@/components/form/use-form";
import { UpdateText } from "@/components/status-words/update-text";
import { Time } from "@/components/time";
import { buttonVariants } from "@/components/ui/button";
import type { UpdateDraft } from "@/db/queries/update-drafts";
import { READERS } from "./audience-choice";

type UpdateDraftsProps = { incidentKey: string; drafts: UpdateDraft[]; discard: FormAction };

/** What programs drafted, to be posted by a person or thrown away. */
export function UpdateDrafts({ incidentKey, drafts, discard }: UpdateDraftsProps) {
  if (drafts.length === 0) return null;
  return (
    <section
      id="drafts"
      aria-labelledby="drafts-title"
      className="mt-3 rounded-lg border border-border bg-card p-4 shadow-xs print:hidden"
    >
      <h2 id="drafts-title" className="font-medium">
        Drafts that wait for you
      </h2>
      <ul className="divide-y divide-border">
        {drafts.map((draft) => (
          <li key={draft.id} className="grid gap-2 py-3 last:pb-0">
            <p className="text-[0.8125rem] text-muted-foreground wrap-anywhere">
              {READERS[draft.audience].label}, by a program of {draft.draftedBy},{" "}
              <Time at={draft.createdAt} />
            </p>
            <UpdateText body={draft.message} className="max-w-prose" />
            <Choice incidentKey={incidentKey} draft={draft} discard={discard} />
          </li>
        ))}
      </ul>
    </section>
  );
}

type ChoiceProps = { incidentKey: string; draft: UpdateDraft; discard: FormAction };

function Choice({ incidentKey, draft: { id, draftedBy }, discard }: ChoiceProps) {
  const { form, result } = useForm(discard);
  const about = <span className="sr-only"> the draft by a program of {draftedBy}</span>;
  return (
    <form {...form} className="flex flex-wrap items-center gap-2">
      <FormError result={result} />
      <input type="hidden" name="key" value={incidentKey} />
      <input type="hidden" name="draft" value={id} />
      <Link
        href={`/incidents/${encodeURIComponent(incidentKey)}?draft=${id}#update-message`}
        className={buttonVariants({ variant: "outline", size: "sm" })}
      >
        Look over and post{about}
      </Link>
      <SubmitButton variant="ghost" size="sm">
        Throw away{about}
      </SubmitButton>
    </form>
  );
}
