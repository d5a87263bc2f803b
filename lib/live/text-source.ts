import type { Viewer } from "@/lib/domain/viewer";

export type OpenText = { postmortemId: number; incidentId: number; liveId: string };

/** What the rooms read and write. The rows say what a text is; nothing of it is kept here. */
export type TextSource = {
  viewerOf: (session: string) => Viewer | undefined;
  /** May this person write here at this moment? */
  isOpenTo: (viewer: Viewer, incidentId: number) => boolean;
  /** All of a text that this state vector lacks. */
  missing: (
    postmortemId: number,
    vector?: Uint8Array,
  ) => { update: Uint8Array; vector: Uint8Array };
  newestRow: (postmortemId: number) => number;
  rowsAfter: (postmortemId: number, row: number) => { id: number; data: Uint8Array }[];
  /** The live document, the newest revision and the state of the review; none for a text that is gone. */
  standOf: (postmortemId: number) => Stand | undefined;
  foreignCommits: () => unknown;
  follow: (postmortemId: number) => void;
  keep: (postmortemId: number) => void;
};

export type Stand = { liveId: string | null; version: number; state: string };

export type TextVisit = {
  viewer: Viewer;
  session: string;
  text: OpenText;
  /** The number of the page's document, under which its caret is known. */
  client: number;
  vector?: Uint8Array;
};

export type Caret = { session: string; postmortemId: number; client: number; sent: Uint8Array };
