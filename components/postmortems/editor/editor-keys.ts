/** The keys of the editor, as its help shows them; `Mod` is Ctrl, or ⌘ on a Mac. */
export const EDITOR_KEYS = {
  Text: [
    ["Mod B", "Bold"],
    ["Mod I", "Italic"],
    ["Mod Shift S", "Struck through"],
    ["Mod E", "Code"],
    ["Mod K", "Add or change a link"],
    ["Mod Z", "Undo"],
    ["Mod Shift Z", "Redo"],
    ["Mod Shift V", "Paste as plain text"],
  ],
  Paragraphs: [
    ["Mod Alt 0", "Text"],
    ["Mod Alt 1", "Heading 1, and so on to 6"],
    ["Mod Shift 8", "Bulleted list"],
    ["Mod Shift 7", "Numbered list"],
    ["Mod Shift 9", "Task list"],
    ["Mod Shift B", "Quote"],
    ["Mod Alt C", "Code block"],
    ["Shift Enter", "New line within the paragraph"],
  ],
  "Lists and tables": [
    ["Tab", "Indent the item, or go to the next cell"],
    ["Shift Tab", "Outdent the item, or go back a cell"],
    ["Mod Enter", "Tick or untick the task"],
  ],
  "To and from the text": [
    ["Esc Tab", "Leave the text"],
    ["Alt F10", "Go to the toolbar; Esc leads back"],
    ["Mod Alt F", "Find and replace"],
    ["Mod S", "Say whether it is saved"],
    ["Mod /", "Show these keys"],
  ],
} as const satisfies Record<string, readonly (readonly [keys: string, does: string])[]>;

/** What becomes of Markdown as it is typed. */
export const TYPED = [
  ["/", "Menu of everything that can be inserted"],
  ["@", "A person"],
  ["#INC or #AI", "An incident or an action item"],
  ["# ", "Heading; ## and so on for smaller ones"],
  ["- ", "Bulleted list"],
  ["1. ", "Numbered list"],
  ["[ ] ", "Task"],
  ["> ", "Quote"],
  ["```", "Code block"],
  ["---", "Dividing line"],
  ["**bold** *italic* `code` ~~struck~~", "Words that look so"],
  ["[text](address)", "Link"],
] as const;
