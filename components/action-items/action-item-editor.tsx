"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import type { KeyboardEvent } from "react";
import { Field } from "@/components/form/field";
import { FormError } from "@/components/form/form-error";
import { SubmitButton } from "@/components/form/submit-button";
import { useForm, type FormAction } from "@/components/form/use-form";
import { Button } from "@/components/ui/button";
import { NativeSelect } from "@/components/ui/native-select";
import type { BoardCard } from "@/db/queries/action-items";
import { ACTION_ITEM_STATUSES, COLUMN_NAMES } from "@/lib/domain/board";
import { humanize } from "@/lib/format";
import { ActionItemFields } from "./action-item-fields";
import { standingIn, textOf, versionIn } from "./standing-item";

type ActionItemEditorProps = {
  card: BoardCard;
  owners: string[];
  /** The board's address, without this form. */
  back: string;
  editAction: FormAction;
};

/** The form that stands in a card's place. After a conflict it saves over what it shows. */
export function ActionItemEditor({ card, owners, back, editAction }: ActionItemEditorProps) {
  const router = useRouter();
  const { form, result, attempt, values, problems } = useForm(editAction);
  const conflict = result && !result.ok ? result.conflict : undefined;
  const shown = { ...textOf(card), ...values };
  const cardHref = `${back}#ai-${card.id}`;

  function leave(event: KeyboardEvent) {
    if (event.key === "Escape") router.push(cardHref, { scroll: false });
  }

  return (
    <form
      key={attempt}
      {...form}
      onKeyDown={leave}
      aria-labelledby={`ai-${card.id}-title`}
      className="grid gap-3 @md:grid-cols-2"
    >
      <h3 id={`ai-${card.id}-title`} className="text-sm font-semibold @md:col-span-full">
        Edit AI-{card.id}
      </h3>
      <FormError result={result} className="@md:col-span-full" />
      <Standing lines={standingIn(conflict)} />
      <input type="hidden" name="id" value={card.id} />
      <input type="hidden" name="version" value={versionIn(conflict) ?? card.version} />
      <input type="hidden" name="back" value={back} />
      <ActionItemFields values={shown} problems={problems} owners={owners}>
        <Field label="Column" name="status" error={problems.status}>
          <StatusSelect chosen={shown.status ?? ""} own={card.status ?? ""} />
        </Field>
      </ActionItemFields>
      <div className="flex flex-wrap gap-2 @md:col-span-full">
        <SubmitButton size="sm">Save AI-{card.id}</SubmitButton>
        <Button asChild variant="ghost" size="sm">
          <Link href={cardHref} scroll={false}>
            Cancel
          </Link>
        </Button>
      </div>
    </form>
  );
}

function Standing({ lines }: { lines: [string, string][] }) {
  if (lines.length === 0) return null;
  return (
    <div className="rounded-md border border-border p-2.5 @md:col-span-full">
      <p className="font-medium">What stands there now. Saving again replaces it.</p>
      <dl className="mt-1 grid grid-cols-[auto_1fr] gap-x-3">
        {lines.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-muted-foreground">{humanize(name)}</dt>
            <dd className="wrap-anywhere">{value || "Not set"}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

type StatusSelectProps = { chosen: string; own: string };

/** The columns, and the record's own status where it is none of them. */
function StatusSelect({ chosen, own, ...control }: StatusSelectProps) {
  const isOwn = !ACTION_ITEM_STATUSES.some((status) => status === own);
  return (
    <NativeSelect defaultValue={chosen} {...control}>
      {isOwn && <option value={own}>{own ? `${humanize(own)} (as it came)` : "Not set"}</option>}
      {ACTION_ITEM_STATUSES.map((status) => (
        <option key={status} value={status}>
          {COLUMN_NAMES[status]}
        </option>
      ))}
    </NativeSelect>
  );
}
