"use client";

import type { Editor } from "@tiptap/core";
import { ListChecks, Plus } from "lucide-react";
import { Button } from "@/components/ui/button";
import { actionAddress } from "@/lib/domain/chip";
import type { BlockData } from "@/lib/domain/live-block";
import { shortened } from "./naming";
import { putChip, putLiveBlock } from "./put";

type ActionsPanelProps = { editor: Editor; blocks: BlockData };

/** The incident's actions beside the text: each can be named where the caret is, or all be shown there. */
export function ActionsPanel({ editor, blocks }: ActionsPanelProps) {
  const { actions, actionsLeft } = blocks;
  return (
    <div className="grid gap-3">
      <Button variant="outline" size="sm" onClick={() => putLiveBlock(editor, "action-items")}>
        <ListChecks aria-hidden />
        Insert the live list
      </Button>
      {actions.length === 0 ? (
        <p className="text-[0.8125rem] text-muted-foreground">No action items yet.</p>
      ) : (
        <ul role="list" className="max-h-[60vh] overflow-y-auto" tabIndex={0} aria-label="Actions">
          {actions.map(({ id, title, owner, status }) => (
            <li
              key={id}
              className="flex items-start gap-1 border-b border-border py-1.5 last:border-b-0"
            >
              <p className="min-w-0 flex-1 text-[0.8125rem] leading-5 wrap-anywhere">
                <span className="font-medium">AI-{id}</span> {title}
                <span className="block text-muted-foreground">
                  {status} · {owner ?? "No owner"}
                </span>
              </p>
              <Button
                variant="ghost"
                size="icon"
                className="size-7"
                aria-label={`Insert AI-${id} ${title.slice(0, 60)}`}
                onClick={() =>
                  putChip(editor, {
                    text: `AI-${id} ${shortened(title)}`,
                    href: actionAddress(id),
                  })
                }
              >
                <Plus aria-hidden />
              </Button>
            </li>
          ))}
        </ul>
      )}
      {actionsLeft > 0 && (
        <p className="text-[0.8125rem] text-muted-foreground">
          And {actionsLeft} more: write # to find them.
        </p>
      )}
    </div>
  );
}
