import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { analyze } from "@/lib/domain/analysis";
import { STANDARD } from "@/lib/domain/built-in-templates";
import { draftPostmortem } from "@/lib/domain/draft";
import { factsOf } from "@/lib/domain/draft/facts";
import { compareDrafts, hasNews, redraft, type Drafts } from "@/lib/domain/redraft";
import { splitSections } from "@/lib/domain/sections";
import { sampleRecord } from "../support/make";

const NOTHING = { sections: [], offers: [] };

/** A text of sections by their titles. */
const text = (sections: Record<string, string>) =>
  Object.entries(sections)
    .map(([title, body]) => `## ${title}\n\n${body}\n`)
    .join("\n");
const drafts = (base: object, mine: object, theirs: object): Drafts => ({
  base: text({ ...base }),
  mine: text({ ...mine }),
  theirs: text({ ...theirs }),
});
const kinds = (all: Drafts) => compareDrafts(all).map(({ title, kind }) => `${title}: ${kind}`);

describe("compareDrafts", () => {
  test("tells how each section stands", () => {
    const all = drafts(
      { A: "a", B: "b", C: "c", E: "e", G: "g" },
      { A: "a", B: "b", C: "mine", Own: "x", G: "new g" },
      { A: "a", B: "new b", C: "c", D: "d", E: "e", G: "new g" },
    );
    expect(kinds(all)).toEqual([
      "A: same",
      "B: changed",
      "C: written",
      "D: missing",
      "E: removed",
      "G: same",
      "Own: own",
    ]);
  });

  test("takes everything for written where nothing is known of an earlier draft", () => {
    const all = drafts({}, { A: "a", B: "b" }, { A: "new", B: "b" });
    expect(kinds(all)).toEqual(["A: written", "B: same"]);
    expect(compareDrafts(all)[0]?.offers).toEqual([{ kind: "new", text: "new" }]);
  });

  test("offers what the record says newly, and names what it says no longer", () => {
    const [section] = compareDrafts(
      drafts(
        { A: "- one\n- old\n- taken out" },
        { A: "- one\n- old\n- mine" },
        { A: "- one\n- new\n- taken out" },
      ),
    );
    expect(section).toMatchObject({
      kind: "written",
      offers: [
        { kind: "new", text: "- new" },
        { kind: "gone", text: "- old" },
      ],
    });
  });
});

describe("hasNews", () => {
  test("is true where something would change or is offered", () => {
    const news = (base: object, mine: object, theirs: object) =>
      hasNews(compareDrafts(drafts(base, mine, theirs)));
    expect(news({ A: "a" }, { A: "a" }, { A: "b" })).toBe(true);
    expect(news({}, {}, { A: "a" })).toBe(true);
    expect(news({ A: "a" }, { A: "x" }, { A: "b" })).toBe(true);
    expect(news({ A: "a", B: "b" }, { A: "x" }, { A: "a", B: "b" })).toBe(false);
  });
});

describe("redraft", () => {
  test("changes nothing where nothing is chosen, not even a blank line", () => {
    const all = drafts({ A: "a" }, { A: "a" }, { A: "b", B: "c" });
    const odd = { ...all, mine: `\n\nHello\n${all.mine}\n\n\n` };
    expect(redraft(odd, NOTHING).text).toBe(odd.mine);
  });

  test("updates the chosen sections below the headings that they have", () => {
    const all = drafts({ A: "a", B: "b" }, {}, { A: "new a", B: "new b" });
    const mine = "Hello\n\n# A\na\n\n## B ##\n\nb";
    const { text: after, drafted } = redraft({ ...all, mine }, { sections: ["b"], offers: [] });
    expect(after).toBe("Hello\n\n# A\na\n\n## B ##\n\nnew b\n");
    expect(drafted).toBe("## A\n\na\n\n## B\n\nnew b\n\n");
  });

  test("leaves what a person wrote, whatever is asked for", () => {
    const all = drafts({ A: "a" }, { A: "mine" }, { A: "new" });
    const { text: after, drafted } = redraft(all, { sections: ["a", "own"], offers: [] });
    expect([after, drafted]).toEqual([all.mine, all.base]);
  });

  test("adds a missing section in the template's place", () => {
    const theirs = { A: "a", B: "b", C: "c", D: "d" };
    const add = (mine: object, ...sections: string[]) =>
      redraft(drafts({}, mine, theirs), { sections, offers: [] }).text;
    expect(add({ A: "a", Own: "x", C: "c" }, "b")).toBe(text({ A: "a", B: "b", Own: "x", C: "c" }));
    expect(add({ Own: "x", C: "c" }, "a", "b")).toBe(text({ Own: "x", A: "a", B: "b", C: "c" }));
    expect(add({ Own: "x" }, "d")).toBe(text({ Own: "x", D: "d" }));
    expect(add({ A: "a" }, "c", "b")).toBe(text({ A: "a", B: "b", C: "c" }));
    expect(
      redraft({ base: "", mine: "", theirs: text(theirs) }, { sections: ["b"], offers: [] }).text,
    ).toBe(text({ B: "b" }));
  });

  test("brings back what a person took out only when asked", () => {
    const all = drafts({ A: "a", B: "b" }, { A: "a" }, { A: "a", B: "b" });
    expect(redraft(all, NOTHING).text).toBe(all.mine);
    expect(redraft(all, { sections: ["b"], offers: [] }).text).toBe(all.theirs);
  });

  test("puts chosen sentences into a written section, and takes chosen ones out", () => {
    const all = drafts(
      { A: "- one\n- old" },
      { A: "- one\n- old\n- mine" },
      { A: "- one\n- new\n- newer" },
    );
    const offers = [
      { section: "a", kind: "new", text: "- new" },
      { section: "a", kind: "gone", text: "- old" },
      { section: "a", kind: "new", text: "- never offered" },
      { section: "b", kind: "new", text: "- newer" },
    ] as const;
    const { text: after, drafted } = redraft(all, { sections: [], offers });
    expect(after).toBe(text({ A: "- one\n- new\n- mine" }));
    expect(splitSections(drafted)).toMatchObject([{ title: "A", body: "- one\n- new" }]);
    const next = compareDrafts({ ...all, base: drafted, mine: after });
    expect(next[0]?.offers).toEqual([{ kind: "new", text: "- newer" }]);
  });

  test("keeps sentences that were taken where nothing was known of an earlier draft", () => {
    const all = drafts({}, { A: "mine" }, { A: "one\n\ntwo" });
    const offers = [{ section: "a", kind: "new", text: "two" }] as const;
    const { text: after, drafted } = redraft(all, { sections: [], offers });
    expect(after).toBe(text({ A: "mine\n\ntwo" }));
    expect(drafted).toBe("## A\n\ntwo\n\n");
  });

  test("comes to rest: what was taken is not offered again", () => {
    const all = drafts({ A: "a", B: "b" }, { A: "a", B: "mine" }, { A: "x", B: "y", C: "c" });
    const everything = (given: Drafts) => {
      const sections = compareDrafts(given);
      return redraft(given, {
        sections: sections.map(({ name }) => name),
        offers: sections.flatMap(({ name, offers }) =>
          offers.map((offer) => ({ ...offer, section: name })),
        ),
      });
    };
    const { text: mine, drafted } = everything(all);
    const again = { ...all, base: drafted, mine };
    expect(hasNews(compareDrafts(again))).toBe(false);
    expect(everything(again).text).toBe(mine);
  });
});

describe("redraft of the sample", () => {
  const draftOf = (mitigated: string) => {
    const record = sampleRecord();
    const choices = { milestones: { mitigated } };
    return draftPostmortem(
      factsOf({ record, analysis: analyze(record, choices), choices }),
      STANDARD,
    );
  };
  const base = draftOf("event:14");
  const theirs = draftOf("event:12");

  test("follows a milestone that was picked, and only where it matters", () => {
    const changed = compareDrafts({ base, mine: base, theirs }).filter(
      ({ kind }) => kind !== "same",
    );
    expect(changed.map(({ title, kind }) => `${title}: ${kind}`)).toEqual([
      "Summary: changed",
      "Response: changed",
      "What went well: changed",
      "What went wrong: changed",
    ]);
    const names = changed.map(({ name }) => name);
    expect(redraft({ base, mine: base, theirs }, { sections: names, offers: [] }).text).toBe(
      theirs,
    );
  });

  test("keeps every line that people wrote, wherever they wrote it", () => {
    const lines = base.split("\n");
    const places = fc.uniqueArray(fc.nat(lines.length), { maxLength: 8 });
    fc.assert(
      fc.property(places, fc.boolean(), (written, takesAll) => {
        const mine = lines
          .flatMap((line, index) => (written.includes(index) ? [`Mine ${index}.`, "", line] : line))
          .join("\n");
        const sections = compareDrafts({ base, mine, theirs });
        const offers = sections.flatMap(({ name, offers: all }) =>
          all.map((offer) => ({ ...offer, section: name })),
        );
        const choice = {
          sections: sections.map(({ name }) => name),
          offers: takesAll ? offers : [],
        };
        const { text: after } = redraft({ base, mine, theirs }, choice);
        for (const index of written.filter((each) => each < lines.length)) {
          expect(after.split("\n")).toContain(`Mine ${index}.`);
        }
        for (const { kind, mine: body } of sections) {
          if (kind === "written" && !takesAll) expect(after).toContain(body);
        }
      }),
      { numRuns: 60, seed: 7 },
    );
  });
});
