import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { addActionItem } from "@/db/mutations/action-item-edits";
import { importRecord } from "@/db/mutations/import";
import { pickMilestone } from "@/db/mutations/milestones";
import { redraftPostmortem, startPostmortem } from "@/db/mutations/postmortem-drafts";
import { appendUpdate, openText } from "@/db/mutations/postmortem-text";
import { createPostmortem, writeText } from "@/db/mutations/postmortems";
import { makePrivate } from "@/db/mutations/privacy";
import { findDrafts, hasDraftNews, listAskedSections } from "@/db/queries/postmortem-drafts";
import { findTemplate } from "@/db/queries/postmortem-templates";
import { listUpdatesAfter } from "@/db/queries/postmortem-updates";
import { draftOf, listRevisions } from "@/db/queries/postmortems";
import { postmortems } from "@/db/schema";
import { SHORT, STANDARD } from "@/lib/domain/built-in-templates";
import { ConflictError } from "@/lib/domain/error";
import { compareDrafts, type RedraftChoice } from "@/lib/domain/redraft";
import { splitSections } from "@/lib/domain/sections";
import { canonical } from "@/lib/markdown/canonical";
import { changeTo } from "@/lib/postmortem-text/change";
import { documentFrom } from "@/lib/postmortem-text/document";
import { freshDatabase } from "../support/database";
import { makeViewer, sampleRecord } from "../support/make";
import { NOON } from "../support/make-incident";

freshDatabase();
beforeEach(() => importRecord("Grace", sampleRecord()));

const key = "INC-2024-0142";
const grace = makeViewer();
const ada = makeViewer({ userId: 2, name: "Ada" });
const stored = () => db().select().from(postmortems).where(eq(postmortems.incidentId, 1)).get();
const body = () => stored()?.body ?? "";
const titles = () => splitSections(body()).map(({ title }) => title);
const start = (template = "Standard") => startPostmortem(grace, { key, template }, NOON);
const pick = () =>
  pickMilestone(grace, { key, milestone: "mitigated", candidate: "event:13" }, NOON);
const write = (from: string, to: string) =>
  writeText(ada, { key, text: body().replace(from, to) }, NOON);
const sections = () => compareDrafts(findDrafts(1) ?? { base: "", mine: "", theirs: "" });
const kindOf = (title: string) => sections().find((each) => each.title === title)?.kind;
const again = (choice: Partial<RedraftChoice>) =>
  redraftPostmortem(
    ada,
    { key, seen: findDrafts(1)?.seen ?? "", sections: [], offers: [], ...choice },
    NOON,
  );

describe("startPostmortem", () => {
  test("stores what the record gives the template as the first revision", () => {
    expect(start("Short")).toEqual({ isNew: true });

    expect(titles()).toEqual(SHORT.sections.map(({ title }) => title));
    expect(body()).toBe(canonical(draftOf(1, SHORT)));
    expect(stored()).toMatchObject({
      version: 1,
      updatedBy: "Grace",
      updatedAt: NOON,
      drafted: body(),
      templateId: findTemplate("Short")?.id,
    });
    expect(listRevisions(1)).toMatchObject([{ version: 1, author: "Grace" }]);
    expect(findTemplate("Short")).toMatchObject({ uses: 1, isBuiltIn: true });
  });

  test("joins whoever was faster, with any template, and overwrites nothing", () => {
    start();
    write("## Impact", "Mine.\n\n## Impact");
    const written = stored();

    expect(startPostmortem(ada, { key, template: "Short" }, NOON)).toEqual({ isNew: false });
    expect(start()).toEqual({ isNew: false });

    expect(stored()).toEqual(written);
  });

  test("refuses a template that is gone, and an incident that is not there for this person", () => {
    expect(() => start("Gone")).toThrow("This template is not there any more.");
    makePrivate(grace, { key });
    const olga = makeViewer({ userId: 9, name: "Olga" });
    expect(() => startPostmortem(olga, { key, template: "Short" })).toThrow("There is no incident");
    expect(stored()).toBeUndefined();
  });
});

describe("redraftPostmortem", () => {
  test("brings what nobody touched up to the record, and keeps a revision", () => {
    start();
    expect(hasDraftNews(1)).toBe(false);
    pick();
    expect(hasDraftNews(1)).toBe(true);
    const changed = sections().filter(({ kind }) => kind === "changed");
    expect(changed.map(({ title }) => title)).toContain("Response");

    again({ sections: changed.map(({ name }) => name) });

    expect(body()).toBe(canonical(draftOf(1, STANDARD)));
    expect(body()).toContain("Time to mitigate: 55 minutes, target 60, met");
    expect(hasDraftNews(1)).toBe(false);
    expect(listRevisions(1)).toMatchObject([{ version: 2, author: "Ada" }, { version: 1 }]);
  });

  test("never changes what a person wrote, and gives single sentences on request", () => {
    start();
    write("### Times", "Grace called everyone by phone.\n\n### Times");
    pick();
    expect(kindOf("Response")).toBe("written");
    const before = splitSections(body()).find(({ title }) => title === "Response");

    again({ sections: sections().map(({ name }) => name) });
    expect(splitSections(body()).find(({ title }) => title === "Response")).toEqual(before);

    const offers = sections().flatMap(({ name, offers: all }) =>
      all.map((offer) => ({ ...offer, section: name })),
    );
    again({ offers });
    expect(body()).toContain("Grace called everyone by phone.");
    expect(body()).toContain("Time to mitigate: 55 minutes, target 60, met");
    expect(body()).not.toContain("Time to mitigate: 70 minutes");
    expect(hasDraftNews(1)).toBe(false);
  });

  test("adds what is missing from the text of somebody who wrote without a template", () => {
    createPostmortem(grace, { key, body: "## Impact\n\nMine.\n\n## More\n\nToo.\n" }, NOON);
    expect(kindOf("Impact")).toBe("written");
    expect(hasDraftNews(1)).toBe(false);
    again({ sections: ["summary", "timeline"] });
    expect(titles()).toEqual(["Summary", "Impact", "Timeline", "More"]);
    expect(body()).toContain("## Impact\n\nMine.\n");
  });

  test("follows an action that was added", () => {
    start();
    expect(body()).toContain("Add a mitigation action");
    addActionItem(grace, { key, title: "Load-test the pool", type: "mitigation" });
    again({ sections: ["action items", "contributing factors"] });
    expect(body()).not.toContain("Add a mitigation action");
    expect(kindOf("Action items")).toBe("same");
  });

  test("writes into the live text, where people go on writing", () => {
    start();
    openText(grace, key, NOON);
    pick();
    again({ sections: ["response"] });
    expect(body()).toContain("Time to mitigate: 55 minutes");
    expect(stored()?.liveId).not.toBeNull();
  });

  test("takes what was written live in one section for that section's alone", () => {
    start();
    const { postmortemId, liveId } = openText(grace, key, NOON);
    const rows = listUpdatesAfter(postmortemId, 0).map(({ data }) => data);
    const written = body().replace("## Impact\n", "## Impact\n\nWritten *live*.\n");
    const data = changeTo(documentFrom(rows), written);
    appendUpdate(ada, { key, live: liveId, data }, NOON);
    pick();

    again({ sections: ["response", "impact"] });

    expect(body()).toContain("Written *live*.");
    expect(body()).toContain("Time to mitigate: 55 minutes");
    expect(kindOf("Impact")).toBe("written");
    expect(kindOf("Timeline")).toBe("same");
    expect(kindOf("Open questions")).toBe("changed");
  });

  test("refuses a choice that was made of an older draft", () => {
    start();
    const seen = findDrafts(1)?.seen ?? "";
    pick();
    const choose = () => redraftPostmortem(ada, { key, seen, sections: ["response"], offers: [] });
    expect(choose).toThrow(ConflictError);
    expect(choose).toThrow("The record changed while you chose.");
    expect(stored()?.version).toBe(1);
  });

  test("says so where nobody has begun", () => {
    expect(() => again({})).toThrow(`Nobody has begun the postmortem of ${key}.`);
    expect(hasDraftNews(1)).toBe(false);
  });
});

describe("listAskedSections", () => {
  test("gives those of the template that the postmortem follows, else of the default", () => {
    expect(listAskedSections(1)).toEqual(STANDARD.sections);
    start("Short");
    expect(listAskedSections(1)).toEqual(SHORT.sections);
  });
});
