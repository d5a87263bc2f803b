"use client";

import type { Editor } from "@tiptap/core";
import { useState, type FormEvent } from "react";
import { Button } from "@/components/ui/button";
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogHeader,
  DialogTitle,
} from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";
import { addressOf, linkProblem } from "../link-address";
import { removeLink, setLink, type LinkEdit } from "../link-edit";
import { backToText } from "./back-to-text";

type LinkDialogProps = { editor: Editor; link: LinkEdit; onClose: () => void };

/** Makes a link, or changes the one that the caret stands in. */
export function LinkDialog({ editor, link, onClose }: LinkDialogProps) {
  const [problem, setProblem] = useState<string>();

  function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const address = addressOf(String(form.get("address")));
    const refusal = linkProblem(address);
    setProblem(refusal);
    if (refusal) return;
    setLink(editor, { address, text: String(form.get("text")) });
    onClose();
  }

  function remove() {
    removeLink(editor);
    onClose();
  }

  return (
    <Dialog open onOpenChange={onClose}>
      <DialogContent onCloseAutoFocus={backToText(editor)}>
        <form onSubmit={save} noValidate className="grid gap-4">
          <DialogHeader>
            <DialogTitle>{link.isNew ? "Add a link" : "Change the link"}</DialogTitle>
            <DialogDescription>Pages of this portal begin with a slash.</DialogDescription>
          </DialogHeader>
          <div className="grid gap-1.5">
            <Label htmlFor="link-address">Address</Label>
            <Input
              id="link-address"
              name="address"
              inputMode="url"
              autoComplete="off"
              defaultValue={link.address}
              aria-invalid={problem !== undefined}
              aria-describedby={problem && "link-problem"}
            />
            {problem && (
              <p id="link-problem" role="alert" className="text-[0.8125rem] text-danger">
                {problem}
              </p>
            )}
          </div>
          <div className="grid gap-1.5">
            <Label htmlFor="link-text">Text</Label>
            <Input id="link-text" name="text" autoComplete="off" defaultValue={link.text} />
          </div>
          <DialogFooter>
            {!link.isNew && (
              <Button type="button" variant="outline" onClick={remove} className="sm:me-auto">
                Remove the link
              </Button>
            )}
            <Button type="submit">{link.isNew ? "Add link" : "Save link"}</Button>
          </DialogFooter>
        </form>
      </DialogContent>
    </Dialog>
  );
}
