"use client";

import type { Editor } from "@tiptap/core";
import { useEffect, useRef, useState, type FormEvent } from "react";
import { backToText } from "@/components/postmortems/editor/toolbar/back-to-text";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogHeader,
  DialogTitle,
} from "@/components/ui/dialog";
import { Field } from "@/components/form/field";
import { Textarea } from "@/components/ui/textarea";
import { deskOf } from "./desk";
import { pictureProblem, uploadPicture } from "./upload";

type PictureDialogProps = { editor: Editor; file: File; onClose: () => void };

/** Asks for words for a picture, keeps it and puts it where the caret is. On a failure it stays open. */
export function PictureDialog({ editor, file, onClose }: PictureDialogProps) {
  const [problem, setProblem] = useState(pictureProblem(file));
  const [missing, setMissing] = useState<string>();
  const [percent, setPercent] = useState<number>();
  const stop = useRef<AbortController>(null);
  const isSending = percent !== undefined;

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const alt = form.has("decorative") ? "" : String(form.get("alt")).trim();
    const isSaid = alt !== "" || form.has("decorative");
    setMissing(isSaid ? undefined : "Say what it shows, or mark it as decorative.");
    if (!isSaid || isSending) return;

    stop.current = new AbortController();
    setProblem(undefined);
    setPercent(0);
    const { incidentKey } = deskOf(editor);
    const { signal } = stop.current;
    const sent = await uploadPicture({ incidentKey, file, onProgress: setPercent, signal });
    setPercent(undefined);
    if ("problem" in sent) return setProblem(sent.problem);
    editor
      .chain()
      .insertContent({ type: "image", attrs: { src: sent.address, alt } })
      .run();
    onClose();
  }

  function cancel() {
    stop.current?.abort();
    onClose();
  }

  return (
    <Dialog open onOpenChange={cancel}>
      <DialogContent onCloseAutoFocus={backToText(editor)}>
        <form onSubmit={send} noValidate className="grid gap-4">
          <DialogHeader>
            <DialogTitle>Insert a picture</DialogTitle>
            <DialogDescription className="wrap-anywhere">{file.name}</DialogDescription>
          </DialogHeader>
          <Preview file={file} />
          <Field
            label="Describe the picture"
            name="alt"
            error={missing}
            hint="For those who cannot see it: what it shows, in a sentence."
          >
            <Textarea rows={2} maxLength={500} />
          </Field>
          <label className="flex min-h-6 items-center gap-2 text-sm pointer-coarse:min-h-11">
            <Checkbox name="decorative" />
            Decorative: it says nothing that the text does not say
          </label>
          <p role="status" className="text-[0.8125rem] empty:hidden">
            {isSending && (percent < 100 ? `Sending the picture: ${percent} %` : "Almost there…")}
          </p>
          {problem && (
            <p role="alert" className="text-[0.8125rem] font-medium text-danger">
              {problem}
            </p>
          )}
          <DialogFooter>
            <Button type="button" variant="outline" onClick={cancel}>
              Cancel
            </Button>
            <Button type="submit" disabled={isSending || pictureProblem(file) !== undefined}>
              {problem ? "Try again" : "Insert picture"}
            </Button>
          </DialogFooter>
        </form>
      </DialogContent>
    </Dialog>
  );
}

function Preview({ file }: { file: File }) {
  const picture = useRef<HTMLImageElement>(null);

  useEffect(() => {
    const address = URL.createObjectURL(file);
    if (picture.current) picture.current.src = address;
    return () => URL.revokeObjectURL(address);
  }, [file]);

  return (
    <img
      ref={picture}
      alt=""
      className="max-h-48 max-w-full justify-self-start rounded-md border border-border"
    />
  );
}
