"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState, type ComponentProps, type KeyboardEvent } from "react";
import { Field } from "@/components/form/field";
import { FormError } from "@/components/form/form-error";
import { SubmitButton } from "@/components/form/submit-button";
import { useForm, type FormAction } from "@/components/form/use-form";
import { Button } from "@/components/ui/button";
import { NativeSelect } from "@/components/ui/native-select";
import type { BoardCard } from "@/db/queries/action-items";
import { ACTION_ITEM_STATUSES, columnOf, COLUMN_NAMES } from "@/lib/domain/board";
import { closedByMove } from "@/lib/domain/closing";
import { humanize } from "@/lib/format";
import { ActionItemFields } from "./action-item-fields";
import { ClosingFields } from "./closing-fields";
import { standingIn, textOf, versionIn } from "./standing-item";

type ActionItemEditorProps = {
  card: BoardCard;
  owners: string[];
  teams: { id: number; name: string }[];
  /** The board's address, without this form. */
  back: string;
  editAction: FormAction;
};

/** The form that stands in an item's place. After a conflict it saves over what it shows. */
export function ActionItemEditor({ card, owners, teams, back, editAction }: ActionItemEditorProps) {
  const router = useRouter();
  const { form, result, attempt, values, problems } = useForm(editAction);
  const conflict = result && !result.ok ? result.conflict : undefined;
  const [opened] = useState(card);
  const shown = { ...textOf(opened), ...values };
  const [status, setStatus] = useState(shown.status);
  const closing = closedByMove(columnOf(opened.status), columnOf(status));
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
      <p id={`ai-${card.id}-title`} className="text-sm font-semibold @md:col-span-full">
        Edit AI-{card.id}
      </p>
      <FormError result={result} className="@md:col-span-full" />
      <Standing lines={standingIn(conflict)} />
      <input type="hidden" name="id" value={card.id} />
      <input type="hidden" name="version" value={versionIn(conflict) ?? opened.version} />
      <input type="hidden" name="back" value={back} />
      <ActionItemFields
        values={{ ...shown, key: card.incidentKey }}
        problems={problems}
        owners={owners}
        standing={opened.deadline ?? ""}
      >
        <Field label="Column" name="status" error={problems.status}>
          <StatusSelect
            defaultValue={shown.status}
            own={opened.status ?? ""}
            onChange={(event) => setStatus(event.target.value)}
          />
        </Field>
        {closing && <ClosingFields to={closing} values={values} problems={problems} />}
        <Field label="Team" name="team" error={problems.team}>
          <NativeSelect defaultValue={shown.team}>
            <option value="">Its owner’s or service’s</option>
            {teams.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </NativeSelect>
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

type StatusSelectProps = ComponentProps<"select"> & { own: string };

/** The columns, and the record's own status where it is none of them. */
function StatusSelect({ own, ...control }: StatusSelectProps) {
  const isOwn = !ACTION_ITEM_STATUSES.some((status) => status === own);
  return (
    <NativeSelect {...control}>
      {isOwn && <option value={own}>{own ? `${humanize(own)} (as it came)` : "Not set"}</option>}
      {ACTION_ITEM_STATUSES.map((status) => (
        <option key={status} value={status}>
          {COLUMN_NAMES[status]}
        </option>
      ))}
    </NativeSelect>
  );
}
