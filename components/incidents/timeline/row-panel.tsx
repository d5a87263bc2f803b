"use client";

import { Link2 } from "lucide-react";
import { AddItemLink } from "@/components/action-items/item/add-item-link";
import { copyLink } from "@/components/incidents/detail/copy-link";
import { buttonVariants } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import type { EventLink, TimelineRow } from "@/db/queries/timeline-view";
import { whyKept } from "@/lib/domain/keeping";
import { cn } from "@/lib/utils";
import { AttachForms } from "./attach-forms";
import { EditForm } from "./edit-form";
import { PinForm } from "./pin-form";
import { RemoveLinkForm } from "./remove-link-form";
import { History, type RowHistory } from "./row-history";
import { useTimelineTools } from "./timeline-tools";

type RowPanelProps = {
  row: TimelineRow;
  links: EventLink[];
  history: RowHistory;
  onDone: () => void;
};

/** What one can do with a row, and what it said before. */
export function RowPanel({ row, links, history, onDone }: RowPanelProps) {
  const { place, writing } = useTimelineTools();
  const { seq, keeping, actor } = row;
  const reason = whyKept(keeping, actor);
  const address = `${place.path}?event=${seq}#e-${seq}`;

  return (
    <div
      id={`row-${seq}`}
      className="col-span-full mb-7 grid gap-2 rounded-lg sm:ms-25 sm:mb-3 border border-border bg-card p-3 shadow-xs print:hidden"
    >
      <div className="flex flex-wrap items-center gap-2">
        <a
          href={address}
          className={cn(buttonVariants({ variant: "outline", size: "sm" }))}
          onClick={(event) => {
            event.preventDefault();
            void copyLink(address);
          }}
        >
          <Link2 aria-hidden />
          Copy link
        </a>
        {writing && <PinForm row={row} writing={writing} />}
        {writing && (
          <AddItemLink incidentKey={writing.incidentKey} event={seq}>
            Create action item
          </AddItemLink>
        )}
      </div>
      {writing && !reason && <EditForm row={row} writing={writing} onDone={onDone} />}
      {writing && <AttachForms seq={seq} writing={writing} />}
      {writing &&
        links
          .filter(({ addedBy }) => addedBy === writing.viewer.name || writing.viewer.isAdmin)
          .map((link) => <RemoveLinkForm key={link.id} link={link} writing={writing} />)}
      {history.length > 0 && (
        <Disclosure summary="What it said before" open>
          <History history={history} />
        </Disclosure>
      )}
      {writing && reason && <p className="text-[0.8125rem] text-muted-foreground">{reason}</p>}
    </div>
  );
}
