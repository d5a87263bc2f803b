"use client";

import type { FormAction } from "@/components/form/use-form";
import { Button } from "@/components/ui/button";
import {
  Dialog,
  DialogClose,
  DialogContent,
  DialogDescription,
  DialogHeader,
  DialogTitle,
} from "@/components/ui/dialog";
import { titleFrom } from "@/lib/domain/action-item";
import { ActionForm, type CreatedAction } from "./action-form";

type CreateActionDialogProps = {
  incidentKey: string;
  /** What the title is made of: the words that somebody selected. */
  text: string;
  /** The expected type of action. */
  type?: string;
  /** The words of the contributing factor that the action is to answer. */
  factor?: string;
  /** The heading under which they stand. */
  section?: string | undefined;
  owners: string[];
  action: FormAction;
  open: boolean;
  onClose: () => void;
  onCreated: (created: CreatedAction) => void;
};

/** Makes an action item without leaving the text, with advice on it while it is written. */
export function CreateActionDialog({ text, type, open, ...props }: CreateActionDialogProps) {
  const { onClose, onCreated, ...form } = props;

  function created(item: CreatedAction) {
    onClose();
    onCreated(item);
  }

  return (
    <Dialog open={open} onOpenChange={(isOpen) => !isOpen && onClose()}>
      <DialogContent>
        <DialogHeader>
          <DialogTitle>Create an action</DialogTitle>
          <DialogDescription className="wrap-anywhere">
            {props.factor ? `It answers: ${props.factor}` : `It belongs to ${props.incidentKey}.`}
          </DialogDescription>
        </DialogHeader>
        <ActionForm
          {...form}
          start={{ title: titleFrom(text), ...(type ? { type } : {}) }}
          onCreated={created}
          cancel={
            <DialogClose asChild>
              <Button type="button" variant="ghost">
                Cancel
              </Button>
            </DialogClose>
          }
        />
      </DialogContent>
    </Dialog>
  );
}
