"use client";

import { Plus } from "lucide-react";
import { useState } from "react";
import type { FormAction } from "@/components/form/use-form";
import { toast } from "@/components/ui/toast";
import { Button } from "@/components/ui/button";
import type { CauseFactor } from "@/db/queries/causes";
import { CreateActionDialog } from "./create-action-dialog";

type AnswerGapProps = {
  incidentKey: string;
  factor: CauseFactor;
  owners: string[];
  createAction: FormAction;
};

/** Leads to a new action for a factor that has none: to a dialog, and without scripts to the page's form. */
export function AnswerGap({ incidentKey, factor, owners, createAction }: AnswerGapProps) {
  const [isOpen, setOpen] = useState(false);
  const path = `/incidents/${encodeURIComponent(incidentKey)}/postmortem/causes`;
  return (
    <div className="print:hidden">
      <Button asChild size="sm">
        <a
          href={`${path}?answer=${factor.place}#add-action`}
          onClick={(event) => {
            event.preventDefault();
            setOpen(true);
          }}
        >
          <Plus aria-hidden />
          Add an action<span className="sr-only"> for: {factor.text}</span>
        </a>
      </Button>
      <CreateActionDialog
        incidentKey={incidentKey}
        text=""
        type={factor.expectedType}
        factor={factor.text}
        owners={owners}
        action={createAction}
        open={isOpen}
        onClose={() => setOpen(false)}
        onCreated={({ id }) => toast(`AI-${id} answers this factor.`)}
      />
    </div>
  );
}
