import type { FormAction } from "@/components/form/use-form";
import { Section } from "@/components/incidents/detail/section";
import { Time } from "@/components/time";
import { Disclosure } from "@/components/ui/disclosure";
import { COLUMN_NAMES, columnOf } from "@/lib/domain/board";
import {
  CLOSED_COLUMNS,
  EVIDENCE_NAMES,
  isClosedColumn,
  type ClosedColumn,
  type Closing,
} from "@/lib/domain/closing";
import { CloseForm } from "./close-form";
import { ReopenForm } from "./reopen-form";
import { StatusForm } from "./status-form";

type ClosingPanelProps = {
  item: Closing & { id: number; version: number; status: string | null };
  /** What its address asks to be closed as (`close`), and the place there, from 1. */
  asked: Record<string, string | string[] | undefined>;
  /** Missing for those who may not move it. */
  actions?: { move: FormAction; close: FormAction; reopen: FormAction } | undefined;
};

/** In which column an item stands, how it was closed, and the forms that move, close and reopen it. */
export function ClosingPanel({ item, asked, actions }: ClosingPanelProps) {
  const column = columnOf(item.status);
  const there = isClosedColumn(column) ? column : undefined;
  return (
    <Section id="closing" title="Status">
      <div className="grid gap-3">
        <p className="font-medium">{COLUMN_NAMES[column]}</p>
        {there && <HowClosed item={item} column={there} />}
        {actions && !there && <StatusForm id={item.id} column={column} action={actions.move} />}
        {actions &&
          CLOSED_COLUMNS.map((to) => (
            <Disclosure
              key={`${to} ${column}`}
              summary={summaryOf(to, there)}
              open={asked.close === to}
            >
              <CloseForm
                item={item}
                to={to}
                isThere={to === there}
                place={asked.close === to ? Number(asked.place) || undefined : undefined}
                action={actions.close}
              />
            </Disclosure>
          ))}
        {actions && there && (
          <Disclosure summary="Reopen">
            <ReopenForm id={item.id} from={there} action={actions.reopen} />
          </Disclosure>
        )}
      </div>
    </Section>
  );
}

function summaryOf(to: ClosedColumn, there: ClosedColumn | undefined): string {
  if (to !== there) return `Move to ${COLUMN_NAMES[to]}`;
  return to === "done" ? "Change the evidence" : "Change the reason";
}

function HowClosed({ item, column }: { item: Closing; column: ClosedColumn }) {
  const { closedAt, closedBy } = item;
  return (
    <div className="grid gap-1">
      {column === "done" ? (
        <Evidence {...item} />
      ) : (
        <p className="whitespace-pre-line wrap-anywhere">{item.dropReason ?? "Why: not said"}</p>
      )}
      {closedAt !== null && (
        <p className="text-[0.8125rem] leading-5 text-muted-foreground">
          {closedBy}, <Time at={closedAt} />
        </p>
      )}
    </div>
  );
}

/** What proved that an item is done. */
export function Evidence({ evidenceKind, evidence }: Pick<Closing, "evidenceKind" | "evidence">) {
  if (!evidence || !evidenceKind) return <p>Evidence: not said</p>;
  return (
    <p className="whitespace-pre-line wrap-anywhere">
      {EVIDENCE_NAMES[evidenceKind]}:{" "}
      {evidenceKind === "link" ? (
        <a
          href={evidence}
          rel="noreferrer"
          className="touch-target rounded-sm text-link hover:underline"
        >
          {evidence}
        </a>
      ) : (
        evidence
      )}
    </p>
  );
}
