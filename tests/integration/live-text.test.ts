import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { db, transaction } from "@/db/client";
import { mergeIncident } from "@/db/mutations/merges";
import { makePrivate } from "@/db/mutations/privacy";
import {
  followAllTexts,
  followText,
  keepRevision,
  keepText,
} from "@/db/mutations/postmortem-revisions";
import { appendUpdate, openText } from "@/db/mutations/postmortem-text";
import { restoreRevision, writeText } from "@/db/mutations/postmortems";
import { readDocumentOf } from "@/db/queries/postmortem-updates";
import { getPostmortem, getRevision, listRevisions } from "@/db/queries/postmortems";
import { findIncidentByKey } from "@/db/queries/record";
import { auditLog, postmortemUpdates } from "@/db/schema";
import { ConflictError } from "@/lib/domain/error";
import { MissingChanges } from "@/lib/postmortem-text/check";
import { fragmentOf, readDocument } from "@/lib/postmortem-text/read";
import { textOf } from "@/lib/postmortem-text/document";
import { freshDatabase } from "../support/database";
import { makeViewer } from "../support/make";
import { makeIncident, NOON } from "../support/make-incident";
import { changeIn, makePostmortem, openEditor } from "../support/make-text";

freshDatabase();

const grace = makeViewer({ name: "Grace" });
const ada = makeViewer({ userId: 2, name: "Ada" });
const idOf = (key: string) => findIncidentByKey(makeViewer({ role: "admin" }), key)?.id ?? 0;
const stored = (key: string) => getPostmortem(idOf(key));
const rowsOf = () => db().select().from(postmortemUpdates).all();
const audited = () => db().select().from(auditLog).all().at(-1);
const liveText = (id: number) => textOf(readDocumentOf(id).doc);

describe("openText", () => {
  test("begins a document that says what is stored, and changes nothing of it", () => {
    const key = makePostmortem("* one\n* two\n");
    const editor = openEditor(key);
    expect(editor.text()).toBe("- one\n- two\n");

    followAllTexts();
    expect(stored(key)).toMatchObject({ body: "* one\n* two\n", version: 1, updatedAt: NOON });
    expect(openText(ada, key)).toMatchObject({ liveId: editor.live });
    expect(rowsOf()).toHaveLength(1);
  });

  test("refuses where there is no text, or one of which the editor would lose something", () => {
    expect(() => openText(grace, makeIncident())).toThrow("Nobody has begun the postmortem");
    const nested = makePostmortem(`${">".repeat(30)} deep`);
    expect(() => openText(grace, nested)).toThrow("The rich editor would lose something");
  });

  test("refuses those who may not know of the incident, and an incident that was merged", () => {
    const key = makePostmortem();
    makePrivate(makeViewer({ role: "admin" }), { key });
    expect(() => openText(ada, key)).toThrow(`There is no incident ${key}.`);
  });
});

describe("appendUpdate", () => {
  test("keeps a change, which the body follows", () => {
    const key = makePostmortem();
    const editor = openEditor(key, ada);

    editor.send(editor.write("## Summary\n\nIt broke at noon.\n"), NOON + 5000);

    expect(rowsOf().at(-1)).toMatchObject({ author: "Ada", createdAt: NOON + 5000 });
    expect(stored(key)?.body).toBe("## Summary\n\nIt broke.\n");
    followText(editor.postmortemId);
    expect(stored(key)).toMatchObject({
      body: "## Summary\n\nIt broke at noon.\n",
      version: 1,
      updatedBy: "Ada",
      updatedAt: NOON + 5000,
    });
  });

  test("keeps what comes twice once", () => {
    const key = makePostmortem();
    const editor = openEditor(key);
    const change = editor.write("More\n");
    editor.send(change);
    editor.send(change);
    expect(rowsOf()).toHaveLength(2);
  });

  test("puts together what two people write at the same time", () => {
    const key = makePostmortem("one\n\ntwo\n");
    const [first, second] = [openEditor(key, ada), openEditor(key, grace)];
    const [one, two] = [first.write("one more\n\ntwo\n"), second.write("one\n\ntwo more\n")];
    first.send(one);
    second.send(two);
    expect(liveText(first.postmortemId)).toBe("one more\n\ntwo more\n");
  });

  test("mends what was written apart and adds up to what is no text, and loses no words", () => {
    const key = makePostmortem("- one\n- two\n");
    const [first, second] = [openEditor(key, ada), openEditor(key, grace)];
    const item = (doc: Y.Doc) => (fragmentOf(doc).get(0) as Y.XmlElement).get(0) as Y.XmlElement;
    const removed = changeIn(first.doc, () => item(first.doc).delete(0, 1));
    const added = second.write("- one\n  - kept\n- two\n");
    expect(() => first.send(removed)).not.toThrow();
    second.send(added);

    const { doc } = readDocumentOf(first.postmortemId);
    expect(readDocument(doc).isMended).toBe(false);
    expect(textOf(doc)).toContain("kept");
    expect(textOf(doc)).toContain("two");
    first.read();
    expect(first.text()).toBe(textOf(doc));
  });

  test("asks for what it builds on", () => {
    const key = makePostmortem();
    const editor = openEditor(key);
    editor.write("one\n");
    const second = editor.write("one two\n");
    expect(() => editor.send(second)).toThrow(MissingChanges);
    editor.send(Y.encodeStateAsUpdate(editor.doc));
    expect(liveText(editor.postmortemId)).toBe("one two\n");
  });

  test("refuses a change of a document that was replaced", () => {
    const key = makePostmortem();
    const editor = openEditor(key);
    writeText(grace, { key, text: `${">".repeat(30)} deep` });
    writeText(grace, { key, text: "again" });
    const late = editor.write("late");
    expect(() => editor.send(late)).toThrow(ConflictError);
    expect(openText(grace, key).liveId).not.toBe(editor.live);
  });

  test("refuses an outsider, and an incident that is merged or not there", () => {
    const key = makePostmortem();
    const editor = openEditor(key, ada);
    const change = editor.write("x");
    const sent = { key, live: editor.live, data: change };
    mergeIncident(grace, { key, other: makeIncident() });
    expect(() => editor.send(change)).toThrow("was merged into");
    expect(() => appendUpdate(grace, { ...sent, key: "INC-0" })).toThrow("There is no incident");
    makePrivate(makeViewer({ role: "admin" }), { key });
    expect(() => editor.send(change)).toThrow(`There is no incident ${key}.`);
    expect(rowsOf()).toHaveLength(1);
  });

  test("forgets what a transaction did that came to nothing", () => {
    const key = makePostmortem("one\n");
    const editor = openEditor(key);
    const change = editor.write("two\n");
    expect(() =>
      transaction(() => {
        editor.send(change);
        throw new Error("no");
      }),
    ).toThrow("no");
    expect(liveText(editor.postmortemId)).toBe("one\n");
    editor.send(change);
    expect(liveText(editor.postmortemId)).toBe("two\n");
  });
});

describe("a change that no editor makes", () => {
  const hostile: [string, (doc: Y.Doc) => void][] = [
    ["another shared type", (doc) => doc.getMap("other").set("a", 1)],
    ["an unknown block", (doc) => fragmentOf(doc).push([new Y.XmlElement("script")])],
    ["the document within itself", (doc) => fragmentOf(doc).push([new Y.XmlElement("doc")])],
    [
      "an unknown format",
      (doc) => {
        const text = new Y.XmlText();
        fragmentOf(doc).push([text]);
        text.insert(0, "x", { onclick: { x: 1 } });
      },
    ],
    [
      "an embedded object",
      (doc) => {
        const text = new Y.XmlText();
        fragmentOf(doc).push([text]);
        text.insertEmbed(0, { image: "x" });
      },
    ],
    [
      "a setting that is no word",
      (doc) => {
        const heading = new Y.XmlElement("heading");
        fragmentOf(doc).push([heading]);
        heading.setAttribute("level", { evil: true } as unknown as string);
      },
    ],
    [
      "nesting without end",
      (doc) => {
        let inner: Y.XmlFragment = fragmentOf(doc);
        for (let depth = 0; depth < 3000; depth += 1) {
          const quote = new Y.XmlElement("blockquote");
          inner.insert(0, [quote]);
          inner = quote;
        }
      },
    ],
    ["a hook", (doc) => fragmentOf(doc).push([new Y.XmlHook("x") as unknown as Y.XmlElement])],
  ];

  test.each(hostile)("is refused in words: %s", (_, act) => {
    const key = makePostmortem();
    const editor = openEditor(key);
    const change = changeIn(editor.doc, () => act(editor.doc));
    expect(() => editor.send(change)).toThrow(/Nothing was kept of it/);
    expect(rowsOf()).toHaveLength(1);
    expect(liveText(editor.postmortemId)).toBe("## Summary\n\nIt broke.\n");
  });

  test.each([
    ["noise", new Uint8Array([1, 2, 3, 4, 255, 255, 255])],
    ["nothing", new Uint8Array()],
    ["a count that is far too large", new Uint8Array([255, 255, 255, 255, 15, 1, 1, 0])],
  ])("is refused in words: %s", (_, data) => {
    const editor = openEditor(makePostmortem());
    expect(() => editor.send(data)).toThrow(/Nothing was kept of it/);
  });

  test("is refused where it is too large, or makes the text too long", () => {
    const editor = openEditor(makePostmortem());
    expect(() => editor.send(new Uint8Array(1024 * 1024 + 1))).toThrow("larger than 1 MB");
    const long = editor.write("é".repeat(130 * 1024));
    expect(() => editor.send(long)).toThrow("longer than 256 KB");
    expect(rowsOf()).toHaveLength(1);
  });

  test("is refused where it comes in too many pieces, in good time", () => {
    const editor = openEditor(makePostmortem());
    const hands = Array.from({ length: 600 }, (_, index) => {
      const doc = new Y.Doc();
      doc.clientID = index + 1;
      fragmentOf(doc).insert(0, [new Y.XmlElement("paragraph")]);
      return Y.encodeStateAsUpdate(doc);
    });
    expect(() => editor.send(Y.mergeUpdates(hands))).toThrow("too many pieces");
  });

  test("loses control characters, which cannot be stored", () => {
    const editor = openEditor(makePostmortem("one\n"));
    const change = changeIn(editor.doc, () => {
      const text = (fragmentOf(editor.doc).get(0) as Y.XmlElement).get(0) as Y.XmlText;
      text.insert(1, "\u0000\u0007");
    });
    editor.send(change);
    expect(followText(editor.postmortemId)?.body).toBe("one\n");
  });
});

describe("revisions of what was written live", () => {
  test("name all who wrote since the one before", () => {
    const key = makePostmortem("one\n");
    const [first, second] = [openEditor(key, ada), openEditor(key, grace)];
    first.send(first.write("one\n\nAda\n"));
    second.send(second.write("Grace\n\none\n"));

    const kept = keepRevision(grace, { key, note: "Sent to review" }, NOON + 9000);

    expect(kept).toMatchObject({ version: 2, body: "Grace\n\none\n\nAda\n" });
    expect(listRevisions(idOf(key))[0]).toMatchObject({ version: 2, author: "Ada, Grace" });
    expect(stored(key)).toMatchObject({ version: 2, body: "Grace\n\none\n\nAda\n" });
    expect(audited()).toMatchObject({
      actor: "Ada, Grace",
      action: "postmortem:edit",
      object: `incident ${key}`,
      incidentId: idOf(key),
      detail: { version: 2 },
    });
  });

  test("are not made of a text that is the newest already", () => {
    const key = makePostmortem("one\n");
    const editor = openEditor(key);
    editor.send(editor.write("two\n"));
    editor.send(editor.write("one\n"));
    expect(keepText(editor.postmortemId)?.version).toBe(1);
    expect(listRevisions(idOf(key))).toHaveLength(1);
  });

  test("put many rows into one, from which all goes on", () => {
    const key = makePostmortem("one\n");
    const editor = openEditor(key, ada);
    const late = openEditor(key, grace);
    for (let n = 0; n < 210; n += 1) editor.send(editor.write(`one ${n}\n`));
    const newest = rowsOf().at(-1)?.id;

    keepText(editor.postmortemId);

    expect(rowsOf().map(({ id }) => id)).toEqual([newest]);
    editor.send(editor.write("after\n"));
    late.send(late.write("one\n\nlate\n"));
    expect(liveText(editor.postmortemId)).toBe("after\n\nlate\n");
    expect(keepText(editor.postmortemId)).toMatchObject({ body: "after\n\nlate\n", version: 3 });
  });

  test("are made after a crash of all that was acknowledged", () => {
    const key = makePostmortem("one\n");
    const editor = openEditor(key, ada);
    editor.send(editor.write("one\n\nacknowledged\n"));

    followAllTexts();

    expect(stored(key)).toMatchObject({ body: "one\n\nacknowledged\n", version: 2 });
    followAllTexts();
    expect(listRevisions(idOf(key))).toHaveLength(2);
  });
});

describe("writeText", () => {
  test("puts a text from elsewhere together with what was written live, and tells the document", () => {
    const key = makePostmortem("one\n\ntwo\n\nthree\n");
    const editor = openEditor(key, ada);
    editor.send(editor.write("one live\n\ntwo\n\nthree\n"));

    const base = "one\n\ntwo\n\nthree\n";
    const text = "one\n\ntwo\n\nthree elsewhere\n";
    const saved = writeText(grace, { key, text, base, note: "By hand" }, NOON + 9000);

    expect(saved).toEqual({
      body: "one live\n\ntwo\n\nthree elsewhere\n",
      version: 3,
      updatedBy: "Grace",
      updatedAt: NOON + 9000,
    });
    expect(liveText(editor.postmortemId)).toBe(saved.body);
    expect(listRevisions(idOf(key)).map(({ author }) => author)).toEqual(["Grace", "Ada", "Grace"]);
    expect(getRevision(idOf(key), 2)?.body).toBe("one live\n\ntwo\n\nthree\n");
    editor.read();
    expect(editor.text()).toBe(saved.body);
  });

  test("keeps what is being typed elsewhere in the document", () => {
    const key = makePostmortem("one\n\ntwo\n\nthree\n\nfour\n");
    const editor = openEditor(key, ada);
    const unsent = editor.write("one\n\ntwo, being typed\n\nthree\n\nfour\n");

    writeText(grace, { key, text: "zero\n\none\n\ntwo\n\nfour!\n" });
    editor.send(unsent);

    expect(liveText(editor.postmortemId)).toBe("zero\n\none\n\ntwo, being typed\n\nfour!\n");
  });

  test("leaves it to people where both changed the same words", () => {
    const key = makePostmortem("one\n");
    const editor = openEditor(key, ada);
    editor.send(editor.write("live\n"));
    const write = () => writeText(grace, { key, text: "elsewhere\n", base: "one\n" });
    expect(write).toThrow("Ada saved this postmortem while you were writing.");
    expect(write).toThrow(ConflictError);
    expect(liveText(editor.postmortemId)).toBe("live\n");
  });

  test("takes other bullets for the same list", () => {
    const key = makePostmortem("* one\n* two\n* three\n");
    const editor = openEditor(key, ada);
    editor.send(editor.write("- one!\n- two\n- three\n"));
    const base = "* one\n* two\n* three\n";
    const saved = writeText(grace, { key, text: "* one\n* two\n* three!\n", base });
    expect(saved.body).toBe("- one!\n- two\n- three!\n");
  });

  test("stores what was written to the letter until somebody writes live again", () => {
    const key = makePostmortem("one\n");
    const editor = openEditor(key, ada);
    writeText(grace, { key, text: "* one\n* two\n" });
    followAllTexts();
    expect(stored(key)?.body).toBe("* one\n* two\n");
    editor.read();
    editor.send(editor.write("- one\n- two\n- three\n"));
    expect(followText(editor.postmortemId)?.body).toBe("- one\n- two\n- three\n");
  });

  test("restores a revision into the live document", () => {
    const key = makePostmortem("one\n");
    const editor = openEditor(key, ada);
    editor.send(editor.write("two\n"));
    keepText(editor.postmortemId);
    expect(() => restoreRevision(grace, { key, version: 1, baseVersion: 1 })).toThrow("Ada saved");
    restoreRevision(grace, { key, version: 1, baseVersion: 2 });
    expect(liveText(editor.postmortemId)).toBe("one\n");
    expect(stored(key)).toMatchObject({ version: 3, body: "one\n" });
  });
});
