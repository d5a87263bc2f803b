import { describe, expect, test } from "vitest";
import {
  addComment,
  editComment,
  reopenThread,
  replyToComment,
  resolveThread,
  type NewComment,
} from "@/db/mutations/postmortem-comments";
import { countOpenThreads, listThreads } from "@/db/queries/postmortem-comments";
import { listChangesOf } from "@/tests/support/changes-of";
import { freshDatabase } from "@/tests/support/database";
import { makeIncident, NOON } from "@/tests/support/make-incident";
import { incidentIdOf, makePerson, makePostmortem } from "@/tests/support/make-review";

freshDatabase();

const BODY = "## Summary\n\nThe **pool** was full, see [the graph](/graph). The pool was small.\n";

async function begun(comment: Partial<NewComment> = {}) {
  const [ada, grace] = [await makePerson("Ada"), await makePerson("Grace")];
  const key = makePostmortem(ada, BODY);
  const { id } = addComment(
    ada,
    { key, quote: "pool was full", prefix: "", suffix: "", body: "How full?", ...comment },
    NOON,
  );
  return { ada, grace, key, id, threads: () => listThreads(incidentIdOf(key)) };
}

describe("addComment", () => {
  test("keeps a remark with the words that it is about and the words around them", async () => {
    const { key, threads } = await begun();
    expect(threads()).toMatchObject([
      {
        quote: "pool was full",
        body: "How full?",
        author: "Ada",
        createdAt: NOON,
        resolvedAt: null,
        replies: [],
      },
    ]);
    expect(threads()[0]?.prefix).toContain("Summary");
    expect(threads()[0]?.suffix).toContain("the graph");
    expect(threads()[0]?.suffix).not.toContain("/graph");
    expect(listChangesOf(key)).toContain("postmortem:comment by Ada");
  });

  test("keeps what the editor says stood around the words", async () => {
    const { threads } = await begun({ quote: "The pool", prefix: "graph.", suffix: "was small" });
    expect(threads()).toMatchObject([{ prefix: "graph.", suffix: "was small" }]);
  });

  test("takes a remark on the whole text", async () => {
    const { threads } = await begun({ quote: " " });
    expect(threads()).toMatchObject([{ quote: "", prefix: "", suffix: "" }]);
  });

  test("refuses words that are not there, and a text that nobody began", async () => {
    const { ada, key } = await begun();
    const comment = { key, quote: "the cache", prefix: "", suffix: "", body: "What?" };
    expect(() => addComment(ada, comment, NOON)).toThrow("not in the text");
    expect(() => addComment(ada, { ...comment, key: makeIncident() }, NOON)).toThrow("begun");
    expect(() => addComment(ada, { ...comment, key: "INC-0" }, NOON)).toThrow("no incident");
  });
});

describe("a thread", () => {
  test("holds its answers in order", async () => {
    const { ada, grace, key, id, threads } = await begun();
    replyToComment(grace, { key, thread: id, body: "All 50." }, NOON + 1);
    const second = replyToComment(ada, { key, thread: id, body: "Thanks." }, NOON + 2);
    expect(threads()[0]?.replies).toMatchObject([{ author: "Grace" }, { author: "Ada" }]);
    expect(listChangesOf(key)).toContain("postmortem:reply by Grace");
    expect(() => replyToComment(ada, { key, thread: second.id, body: "x" }, NOON)).toThrow(
      "This thread is not there.",
    );
  });

  test("is resolved once, and opened again by hand or by an answer", async () => {
    const { ada, grace, key, id, threads } = await begun();
    const open = () => countOpenThreads(incidentIdOf(key));
    resolveThread(grace, { key, thread: id }, NOON);
    resolveThread(ada, { key, thread: id }, NOON + 1);
    expect(threads()).toMatchObject([{ resolvedAt: NOON, resolvedBy: "Grace" }]);
    expect(open()).toBe(0);

    reopenThread(ada, { key, thread: id });
    reopenThread(ada, { key, thread: id });
    expect(open()).toBe(1);
    resolveThread(ada, { key, thread: id }, NOON);
    replyToComment(grace, { key, thread: id, body: "Not yet." }, NOON);
    expect(open()).toBe(1);
    expect(listChangesOf(key).filter((change) => /resolve-|reopen-/.test(change))).toHaveLength(3);
    expect(() => resolveThread(ada, { key, thread: 404 }, NOON)).toThrow("not there");
  });
});

describe("editComment", () => {
  test("changes one's own words, and no one else's", async () => {
    const { ada, grace, key, id, threads } = await begun();
    const edit = { key, id, body: "How full was it?", seenBody: "How full?" };
    expect(() => editComment(grace, edit, NOON)).toThrow("Only whoever wrote");
    editComment(ada, edit, NOON + 5);
    editComment(ada, edit, NOON + 9);
    expect(threads()).toMatchObject([{ body: "How full was it?", editedAt: NOON + 5 }]);
    expect(listChangesOf(key)).toContain("postmortem:edit-comment by Ada");
  });

  test("does not overwrite a later change, nor what is gone", async () => {
    const { ada, key, id } = await begun();
    const edit = { key, id, body: "Why?", seenBody: "Older words" };
    expect(() => editComment(ada, edit, NOON)).toThrow("changed meanwhile");
    expect(() => editComment(ada, { ...edit, id: 404 }, NOON)).toThrow("not there");
  });
});
