import * as Y from "yjs";
import type { Viewer } from "@/lib/domain/viewer";
import type { Stand, TextSource } from "@/lib/live/text-source";
import { documentFrom } from "@/lib/postmortem-text/document";
import { makeViewer } from "./make";

/** Live texts in memory: rows of changes, with sessions named after who is signed in. */
export function fakeTexts() {
  const rows: { id: number; text: number; data: Uint8Array }[] = [];
  const viewers = new Map<string, Viewer>();
  const shut = new Set<string>();
  const stands = new Map<number, Stand>();
  const state = { foreign: 1, fails: false };
  const done: string[] = [];
  const of = (text: number) => rows.filter((row) => row.text === text);
  const source: TextSource = {
    viewerOf: (session) => viewers.get(session),
    isOpenTo: (viewer, incidentId) => !shut.has(`${viewer.name} ${incidentId}`),
    missing(text, vector) {
      const doc = documentFrom(of(text).map(({ data }) => data));
      return { update: Y.encodeStateAsUpdate(doc, vector), vector: Y.encodeStateVector(doc) };
    },
    newestRow: (text) => of(text).at(-1)?.id ?? 0,
    rowsAfter(text, row) {
      if (state.fails) throw new Error("SQLITE_BUSY");
      return of(text).filter(({ id }) => id > row);
    },
    standOf: (text) => stands.get(text),
    foreignCommits: () => state.foreign,
    follow: (text) => done.push(`follow ${text}`),
    keep: (text) => {
      if (state.fails) throw new Error("SQLITE_BUSY");
      done.push(`keep ${text}`);
    },
  };
  return {
    source,
    state,
    done,
    shut: (name: string, incidentId = 1) => shut.add(`${name} ${incidentId}`),
    stand: (text: number, stand?: Stand) => (stand ? stands.set(text, stand) : stands.delete(text)),
    signOut: (session: string) => viewers.delete(session),
    signIn(name: string, session = name) {
      const viewer = makeViewer({ userId: name.length, name });
      viewers.set(session, viewer);
      return { viewer, session };
    },
    /** Adds a row that writes this text at the end of a document of its own. */
    write(words: string, text = 1) {
      const doc = new Y.Doc();
      doc.getText("text").insert(0, words);
      rows.push({ id: rows.length + 1, text, data: Y.encodeStateAsUpdate(doc) });
    },
  };
}
