"use client";

import { useEffect, useRef, type ReactNode } from "react";
import { Field } from "@/components/form/field";
import { Time } from "@/components/time";
import { Alert, AlertDescription, AlertTitle } from "@/components/ui/alert";
import { Button, type ButtonProps } from "@/components/ui/button";
import { Card, CardContent, CardFooter, CardHeader, CardTitle } from "@/components/ui/card";
import { Textarea } from "@/components/ui/textarea";
import type { Change } from "@/lib/text-changes";
import type { Conflict } from "./editor-state";
import type { usePostmortemEditor } from "./use-postmortem-editor";

type Editor = ReturnType<typeof usePostmortemEditor>;
type ConflictViewProps = { incidentKey: string; conflict: Conflict; editor: Editor };

/** Two people saved: both texts, what differs, and the three ways on. Nothing is overwritten unasked. */
export function ConflictView({ incidentKey, conflict, editor }: ConflictViewProps) {
  const { mine, theirs, changes } = conflict;
  const { version, updatedBy, updatedAt } = theirs;
  const choice = { incidentKey, version, base: theirs.body, editor };
  const notice = useRef<HTMLDivElement>(null);
  useEffect(() => notice.current?.focus(), []); // the button that led here is gone

  return (
    <section aria-labelledby="conflict" className="grid gap-5">
      <Alert ref={notice} tabIndex={-1} variant="warning" role="alert">
        <AlertTitle>
          <span id="conflict">{updatedBy} saved this postmortem while you were writing.</span>
        </AlertTitle>
        <AlertDescription>
          Nothing is lost: both texts are here. Keep one, or put them together below.
        </AlertDescription>
      </Alert>
      {editor.problem && (
        <Alert variant="danger" role="alert">
          <AlertDescription>{editor.problem}</AlertDescription>
        </Alert>
      )}
      <div className="grid gap-5 md:grid-cols-2">
        <Side
          title={`Theirs, by ${updatedBy}`}
          note={<Time at={updatedAt} />}
          text={theirs.body}
          changes={changes}
          own="deleted"
        >
          <Choice {...choice} intent="write" body={theirs.body} variant="outline">
            Take theirs
          </Choice>
        </Side>
        <Side title="Yours" note="not saved yet" text={mine} changes={changes} own="inserted">
          <Choice {...choice} intent="save" body={mine} variant="outline">
            Keep mine (save over theirs)
          </Choice>
        </Side>
      </div>
      <ChoiceForm {...choice}>
        <Field
          label="Both together, to edit and save"
          name="body"
          hint="You both changed the same words, so this is your text. Take over from theirs what should stay."
        >
          <Textarea
            id="merged-text"
            defaultValue={mine}
            className="field-sizing-fixed h-[50vh] min-h-60 px-4 py-3 leading-7"
          />
        </Field>
        <Button
          type="submit"
          name="intent"
          value="save"
          className="mt-3"
          aria-disabled={editor.isSending || undefined}
        >
          Save this text
        </Button>
      </ChoiceForm>
    </section>
  );
}

type SideProps = {
  title: string;
  note: ReactNode;
  text: string;
  changes: Change[] | undefined;
  own: "inserted" | "deleted";
  children: ReactNode;
};

/** One of the texts, with the lines marked that only it has. */
function Side({ title, note, text, changes, own, children }: SideProps) {
  const pieces = changes ?? [{ kind: "same", text }];
  return (
    <Card aria-label={title} className="flex min-w-0 flex-col">
      <CardHeader>
        <CardTitle>{title}</CardTitle>
        <span className="text-[0.8125rem] text-muted-foreground">{note}</span>
      </CardHeader>
      <CardContent className="flex-1">
        <div
          role="group"
          aria-label={`Text: ${title}`}
          tabIndex={0}
          className="max-h-[60vh] overflow-y-auto rounded-md border border-border bg-muted p-3 text-[0.8125rem] leading-5 wrap-anywhere whitespace-pre-wrap"
        >
          {pieces.map((piece, index) =>
            piece.kind === own ? (
              <mark
                key={index}
                className="box-decoration-clone border-s-4 border-warning bg-warning-surface ps-1.5 text-foreground"
              >
                <span className="sr-only">Only in this text: </span>
                {piece.text}
              </mark>
            ) : (
              piece.kind === "same" && <span key={index}>{piece.text}</span>
            ),
          )}
        </div>
      </CardContent>
      <CardFooter>{children}</CardFooter>
    </Card>
  );
}

type ChoiceFormProps = {
  incidentKey: string;
  version: number;
  base: string;
  editor: Editor;
  children: ReactNode;
};

function ChoiceForm({ incidentKey, version, base, editor, children }: ChoiceFormProps) {
  return (
    <form action={editor.formAction} onSubmit={editor.submit}>
      <input type="hidden" name="key" value={incidentKey} />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="base" value={base} />
      {children}
    </form>
  );
}

type ChoiceProps = Omit<ChoiceFormProps, "children"> &
  Pick<ButtonProps, "variant" | "children"> & { intent: "write" | "save"; body: string };

function Choice({ intent, body, variant, children, ...form }: ChoiceProps) {
  return (
    <ChoiceForm {...form}>
      <input type="hidden" name="body" value={body} />
      <Button
        type="submit"
        name="intent"
        value={intent}
        variant={variant}
        aria-disabled={form.editor.isSending || undefined}
      >
        {children}
      </Button>
    </ChoiceForm>
  );
}
