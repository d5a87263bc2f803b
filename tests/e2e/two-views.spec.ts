import { editorOf, expectStored, openEditor, saveMarkdown } from "./editor-support";
import { importCopy, signIn } from "./support";
import { expect, test } from "./test";

const first = `## Summary

Payments failed because the **connection pool** was too small, see [14:20](/incidents/INC-1#e-2).

![A graph](/files/graph)

## Root cause

The ORM opened [three connections](https://example.com/orm "title"). <b class="x">Each</b> time.

**TODO:** ask the vendor.
`;
const second = first.replace("too small", "far too small");

test("a text stays one text, however often its writer goes from the editor to Markdown and back", async ({
  page,
}) => {
  const key = importCopy();
  await signIn(page, "responder", `/incidents/${key}/postmortem`);
  await page.getByRole("button", { name: "Start writing" }).click();
  await expect(editorOf(page)).toBeVisible();

  for (const text of [first, second, first, second]) {
    await saveMarkdown(page, key, text);
    await page.waitForTimeout(1500);
    await openEditor(page, key);
    await expect(editorOf(page).getByRole("heading", { name: "Summary" })).toHaveCount(1);
    await expectStored(page, key, text);
  }
});
