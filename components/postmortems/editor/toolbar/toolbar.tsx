"use client";

import { useEditorState, type Editor } from "@tiptap/react";
import { Keyboard, Link, ListPlus, MessageSquarePlus } from "lucide-react";
import { Toolbar } from "radix-ui";
import type { KeyboardEvent, ReactNode } from "react";
import { CalloutMenu } from "./callout-menu";
import { CodeMenu } from "./code-menu";
import { StyleMenu } from "./style-menu";
import { TableMenu } from "./table-menu";
import { ToolButton } from "./tool-button";
import { toolbarState } from "./toolbar-state";
import { BLOCKS, MARKS, RULE, STEPS, type Tool } from "./tools";

export type ToolbarActs = {
  onLink: () => void;
  onKeys: () => void;
  onAction: (() => void) | undefined;
  onComment: (() => void) | undefined;
};

type EditorToolbarProps = ToolbarActs & {
  editor: Editor;
  /** Tools that other parts bring. */
  children?: ReactNode;
};

/** Everything that can be done to the text. One stop of the Tab key; arrows lead from tool to tool. */
export function EditorToolbar({ editor, children, ...acts }: EditorToolbarProps) {
  const state = useEditorState({ editor, selector: ({ editor: now }) => toolbarState(now) });

  function leave(event: KeyboardEvent) {
    if (event.key !== "Escape") return;
    event.preventDefault();
    editor.view.focus();
  }

  const act = (tool: Tool, isIdle = false) => (
    <ToolButton
      key={tool.name}
      name={tool.name}
      Icon={tool.Icon}
      keys={tool.keys}
      isOn={tool.on === undefined ? undefined : state.on.includes(tool.on)}
      isIdle={isIdle}
      onClick={() => tool.run(editor)}
    />
  );

  return (
    <Toolbar.Root
      aria-label="Formatting"
      data-editor-toolbar
      onKeyDown={leave}
      className="-my-1 flex min-w-0 flex-1 items-center gap-0.5 overflow-x-auto px-0.5 py-1"
    >
      {act(STEPS.undo, !state.canUndo)}
      {act(STEPS.redo, !state.canRedo)}
      <Line />
      <StyleMenu editor={editor} level={state.level} />
      <Line />
      {MARKS.map((tool) => act(tool, state.isInCode))}
      <ToolButton
        name="Link"
        Icon={Link}
        keys="Mod K"
        isOn={state.on.includes("link")}
        onClick={acts.onLink}
      />
      <Line />
      {BLOCKS.map((tool) => act(tool))}
      <CalloutMenu editor={editor} alert={state.alert} />
      <Line />
      {children}
      <TableMenu editor={editor} isInTable={state.on.includes("table")} />
      <CodeMenu editor={editor} language={state.language} />
      {act(RULE)}
      <Line />
      {acts.onAction && (
        <ToolButton
          name="Create action item"
          Icon={ListPlus}
          isIdle={!state.hasWords}
          onClick={acts.onAction}
        />
      )}
      {acts.onComment && (
        <ToolButton
          name="Comment"
          Icon={MessageSquarePlus}
          keys="Mod Alt M"
          isIdle={!state.hasWords}
          onClick={acts.onComment}
        />
      )}
      <ToolButton name="Keys" Icon={Keyboard} keys="Mod /" onClick={acts.onKeys} />
    </Toolbar.Root>
  );
}

function Line() {
  return <Toolbar.Separator className="mx-1 h-5 w-px shrink-0 bg-border" />;
}
