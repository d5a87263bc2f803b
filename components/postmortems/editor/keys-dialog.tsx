"use client";

import type { Editor } from "@tiptap/core";
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogHeader,
  DialogTitle,
} from "@/components/ui/dialog";
import { EDITOR_KEYS, TYPED } from "./editor-keys";
import { keyNames } from "./key-names";
import { backToText } from "./toolbar/back-to-text";

/** Every key of the editor, and what Markdown does as it is typed. */
export function KeysDialog({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  return (
    <Dialog open onOpenChange={onClose}>
      <DialogContent className="max-w-2xl" onCloseAutoFocus={backToText(editor)}>
        <DialogHeader>
          <DialogTitle>Keys of the editor</DialogTitle>
          <DialogDescription>All of them work from within the text.</DialogDescription>
        </DialogHeader>
        <div className="grid gap-x-8 gap-y-5 sm:grid-cols-2">
          {Object.entries(EDITOR_KEYS).map(([title, keys]) => (
            <section key={title}>
              <h3 className="mb-1.5 text-xs font-medium text-muted-foreground">{title}</h3>
              <dl className="grid gap-y-1.5">
                {keys.map(([combination, does]) => (
                  <div key={combination} className="flex items-center justify-between gap-4">
                    <dt>{does}</dt>
                    <dd className="flex shrink-0 gap-1">
                      {keyNames(combination)
                        .split(" ")
                        .map((key) => (
                          <Key key={key} text={key} />
                        ))}
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
          <section>
            <h3 className="mb-1.5 text-xs font-medium text-muted-foreground">Typed as Markdown</h3>
            <dl className="grid gap-y-1.5">
              {TYPED.map(([signs, becomes]) => (
                <div key={signs} className="flex items-center justify-between gap-4">
                  <dt>{becomes}</dt>
                  <dd className="text-end">
                    <Key text={signs} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        </div>
      </DialogContent>
    </Dialog>
  );
}

function Key({ text }: { text: string }) {
  return (
    <kbd className="inline-block min-w-6 rounded-sm border border-border bg-muted px-1.5 text-center font-mono text-xs leading-5 text-foreground">
      {text}
    </kbd>
  );
}
