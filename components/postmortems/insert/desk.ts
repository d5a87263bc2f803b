import type { Editor } from "@tiptap/core";
import type { BlockData } from "@/lib/domain/live-block";

/** What the text asks of what stands around it. */
export type DeskActs = {
  /** Asks for words for these pictures, keeps them and puts them at the caret. */
  addPictures: (files: File[]) => void;
  /** Lets the writer choose pictures. */
  choosePictures: () => void;
  openPanel: (name: "Timeline" | "Actions") => void;
  find: () => void;
};

/** Between the text and the page: what the record says now, and what the page can do for the text. */
export type Desk = {
  incidentKey: string;
  blocks: () => BlockData;
  /** Calls back whenever the record says something else, until the answer is called. */
  subscribe: (listener: () => void) => () => void;
  show: (blocks: BlockData) => void;
  acts: () => DeskActs;
  /** Says who does what the text asks for. */
  serve: (acts: DeskActs) => void;
};

declare module "@tiptap/core" {
  interface Storage {
    insert: { desk: Desk };
  }
}

const IDLE: DeskActs = {
  addPictures: () => {},
  choosePictures: () => {},
  openPanel: () => {},
  find: () => {},
};

export function createDesk(first: BlockData, incidentKey: string): Desk {
  const listeners = new Set<() => void>();
  let shown = first;
  let served = IDLE;
  return {
    incidentKey,
    blocks: () => shown,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    show: (blocks) => {
      if (blocks === shown) return;
      shown = blocks;
      listeners.forEach((listener) => listener());
    },
    acts: () => served,
    serve: (acts) => {
      served = acts;
    },
  };
}

export const deskOf = (editor: Editor): Desk => editor.storage.insert.desk;
