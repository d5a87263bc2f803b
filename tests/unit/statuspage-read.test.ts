import { describe, expect, test } from "vitest";
import { readSiteFiles } from "@/lib/statuspage-import/read";
import { filesOf, sampleAnswers, siteOf } from "../support/statuspage-sample";

const problemsOf = (answers: object) => {
  const read = readSiteFiles(filesOf(answers));
  return read.ok ? [] : read.problems;
};
const notesOf = (answers: object) => {
  const read = readSiteFiles(filesOf(answers));
  return read.ok ? read.notes : [];
};

describe("reading answers of the Statuspage API", () => {
  test("gives one site of several files, in whatever order they come", () => {
    const answers = sampleAnswers("harbor");
    const backwards = Object.fromEntries(Object.entries(answers).toReversed());
    expect(siteOf(backwards)).toEqual(siteOf(answers));
    expect(siteOf(answers).page).toEqual({
      id: "kctbh9vrtdwd",
      name: "Harbor",
      zone: "America/New_York",
      updatedAt: Date.parse("2026-05-04T15:20:07.518Z"),
    });
  });

  test("orders components within their groups, and knows deleted ones by their name alone", () => {
    const { components } = siteOf(sampleAnswers("harbor"));
    expect(components.map(({ name, isGroup, isPast }) => [name, isGroup, isPast])).toEqual([
      ["Git pushes", false, false],
      ["Europe", true, false],
      ["API", false, false],
      ["Website", false, false],
      ["United States", true, false],
      ["API", false, false],
      ["Mail & notifications", false, false],
      ["Legacy uploads", false, true],
    ]);
  });

  test("takes the newer of two answers about the same thing", () => {
    const answers = sampleAnswers("harbor");
    const later = structuredClone(answers["incidents.json"]);
    later.page.updated_at = "2026-05-05T00:00:00.000Z";
    later.incidents[0].name = "Errors";
    const titles = (files: object) => siteOf(files).incidents.map(({ title }) => title);
    expect(titles({ ...answers, "later.json": later })).toContain("Errors");
    expect(titles({ "later.json": later, ...answers })).toContain("Errors");
  });

  test("reads an old page: without zone, first days, and what updates touched", () => {
    const { page, components, incidents } = siteOf(sampleAnswers("lantern"));
    expect(page.zone).toBeUndefined();
    expect(components).toMatchObject([{ name: "Database", isPast: false, startDate: null }]);
    const [incident] = incidents;
    expect(incident).toMatchObject({ startedAt: Date.parse("2017-06-12T01:00:00Z") });
    expect(incident?.updates).toMatchObject([
      { body: "Done.\n\nThank you for your patience.", changes: [] },
      {
        body: "We look into <your-token> errors",
        changes: [{ componentId: "c2db00000001", before: "operational", after: "operational" }],
      },
    ]);
  });

  test("says which file is wrong, and where", () => {
    const answers = sampleAnswers("harbor");
    const { incidents } = answers["incidents.json"];
    incidents[0].created_at = "yesterday";
    incidents[1].incident_updates[0].status = "fixed";
    incidents[1].incident_updates[1].affected_components[0].code = "X";
    incidents[2].incident_updates = [];
    delete answers["summary.json"].components[0].name;
    expect(problemsOf(answers).toSorted()).toEqual([
      "incidents.json: incidents[0].created_at: is no time such as 2026-05-01T14:02:10.123Z",
      expect.stringMatching(/^incidents\.json: incidents\[1\]\.incident_updates\[0\]\.status: /),
      "incidents.json: incidents[1].incident_updates[1].affected_components[0].code: is no id of 12 characters of 0-9 and a-z",
      "incidents.json: incidents[2].incident_updates: is empty",
      expect.stringMatching(/^summary\.json: components\[0\]\.name: /),
    ]);
  });

  test("refuses what is no JSON, no answer, of two pages, or nothing at all", () => {
    const [broken, other] = [{ name: "a.json", content: "{", isNamed: true }, { a: 1 }];
    expect(readSiteFiles([broken])).toEqual({
      ok: false,
      problems: [expect.stringMatching(/^a\.json: The file is not valid JSON/)],
    });
    expect(problemsOf({ "b.json": other })[0]).toMatch(/^b\.json: This is no answer/);
    expect(problemsOf({})).toEqual(["There is no answer of the Statuspage API."]);
    const both = { ...sampleAnswers("lantern"), ...{ h: sampleAnswers("harbor")["summary.json"] } };
    expect(problemsOf(both)).toEqual([
      'h: page.id: "kctbh9vrtdwd" is another page than "8z7x6c5v4b3n" of incidents.json',
    ]);
  });

  test("passes over other JSON in a folder, and lists no more than 50 problems", () => {
    const answers = sampleAnswers("harbor");
    const others = { "package.json": { name: "x" }, v3: { page: {}, incidents: [{}], next: null } };
    const files = [...filesOf(answers), ...filesOf(others)];
    expect(readSiteFiles(files.map((file) => ({ ...file, isNamed: false }))).ok).toBe(true);
    const { incidents, page } = answers["incidents.json"];
    const many = Array.from({ length: 60 }, () => ({ ...incidents[0], impact: "bad" }));
    expect(problemsOf({ many: { page, incidents: many } }).at(-1)).toBe(
      "10 more problems are not listed.",
    );
  });

  test("says what the files seem to leave out", () => {
    expect(notesOf(sampleAnswers("harbor"))).toEqual([]);
    expect(notesOf(sampleAnswers("lantern"))).toEqual([
      "The page's time zone is not known, so it stays as it is here.",
      "Some components have no first day: until they are given one, their uptime is no data.",
    ]);
    const { page, incidents } = sampleAnswers("harbor")["incidents.json"];
    const full = Array.from({ length: 50 }, (_, i) => ({
      ...incidents[1],
      id: `i${String(i).padStart(11, "0")}`,
    }));
    expect(notesOf({ full: { page, incidents: full } })).toContain(
      "The incidents reach back to 2026-04-02 and may be cut off there: give incidents.json?page=2 as well.",
    );
  });
});
