import { describe, expect, test } from "vitest";
import { deleteView, saveView } from "@/db/mutations/saved-views";
import { listSavedViews } from "@/db/queries/saved-views";
import { freshDatabase } from "@/tests/support/database";
import { makeViewer } from "@/tests/support/make";
import { makeUser } from "@/tests/support/make-user";

freshDatabase();

const viewerOf = async (email: string) => makeViewer({ userId: await makeUser({ email }) });

describe("saveView", () => {
  test("keeps filters under a name, for this person alone", async () => {
    const grace = await viewerOf("grace@example.com");
    const ada = await viewerOf("ada@example.com");
    saveView(grace, { name: "Bad ones", query: "?view=all&severity=SEV1&page=3" });
    expect(listSavedViews(grace)).toMatchObject([
      { name: "Bad ones", query: "?view=all&severity=SEV1" },
    ]);
    expect(listSavedViews(ada)).toEqual([]);
  });

  test("keeps nothing that is no filter", async () => {
    const grace = await viewerOf("grace@example.com");
    saveView(grace, { name: "Odd", query: "?severity=SEV9&evil=javascript:alert(1)&drill=only" });
    expect(listSavedViews(grace)).toMatchObject([{ query: "?drill=only" }]);
  });

  test("lets a name mean other filters", async () => {
    const grace = await viewerOf("grace@example.com");
    saveView(grace, { name: "Mine", query: "?view=all" });
    saveView(grace, { name: "Mine", query: "?view=all&role=me" });
    expect(listSavedViews(grace)).toMatchObject([{ name: "Mine", query: "?view=all&role=me" }]);
  });

  test("keeps 30 and no more", async () => {
    const grace = await viewerOf("grace@example.com");
    for (let n = 0; n < 30; n += 1) saveView(grace, { name: `View ${n}`, query: "?view=all" });
    expect(() => saveView(grace, { name: "One more", query: "?view=all" })).toThrow(
      "You have 30 saved views. Delete one first.",
    );
    saveView(grace, { name: "View 3", query: "?drill=only" });
    expect(listSavedViews(grace)).toHaveLength(30);
  });
});

describe("deleteView", () => {
  test("forgets a view, once and by its owner only", async () => {
    const grace = await viewerOf("grace@example.com");
    const ada = await viewerOf("ada@example.com");
    saveView(grace, { name: "Mine", query: "?view=all" });
    const id = listSavedViews(grace)[0]?.id ?? 0;
    expect(() => deleteView(ada, { id })).toThrow("This view is not there any more.");
    deleteView(grace, { id });
    expect(listSavedViews(grace)).toEqual([]);
    expect(() => deleteView(grace, { id })).toThrow("This view is not there any more.");
  });
});
