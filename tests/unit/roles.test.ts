import { describe, expect, test } from "vitest";
import {
  holderNames,
  othersOf,
  roleOf,
  rolesOf,
  type Assignment,
  type Participant,
} from "@/lib/domain/roles";

const TEN = Date.UTC(2026, 0, 5, 10);
const ELEVEN = Date.UTC(2026, 0, 5, 11);

const makeAssignment = (overrides: Partial<Assignment> = {}): Assignment => ({
  role: "Incident Commander",
  person: "Ada",
  assumedAt: TEN,
  gaveUpAt: null,
  note: null,
  ...overrides,
});

type Sources = { commander?: string; participants?: Participant[]; assignments?: Assignment[] };

function viewOf(role: string, { commander, participants = [], assignments = [] }: Sources) {
  const views = rolesOf({ commander: commander ?? null, participants, assignments });
  return views.find((view) => view.role === role) ?? { holders: [], past: [] };
}

const named = (name: string, role: string | null) => ({ name, role });

describe("roleOf", () => {
  test.each([
    ["Incident Commander", "Incident Commander"],
    ["incident_commander", "Incident Commander"],
    ["IC", "Incident Commander"],
    ["Comms Lead", "Communications Lead"],
    ["Database SME", "Subject Matter Expert"],
    ["subject-matter expert", "Subject Matter Expert"],
    ["scribe", "Scribe"],
  ])("reads %s as %s", (word, role) => expect(roleOf(word)).toBe(role));

  test.each(["Observer", "", "Smelter", "constructor", "__proto__", null])(
    "leaves %s as it came",
    (word) => expect(roleOf(word)).toBeUndefined(),
  );
});

describe("rolesOf", () => {
  test("names every role, held or not", () => {
    expect(rolesOf({ commander: null, participants: [], assignments: [] })).toMatchObject([
      { role: "Incident Commander", holders: [], past: [] },
      { role: "Operations Lead" },
      { role: "Communications Lead" },
      { role: "Scribe" },
      { role: "Subject Matter Expert" },
    ]);
  });

  test("takes the record's word while nobody was assigned", () => {
    const participants = [named("Bob", "Comms Lead"), named("Cy", "Scribe")];
    const sources = { commander: "Ada", participants };
    expect(viewOf("Incident Commander", sources).holders).toEqual([
      { person: "Ada", since: null, word: null, note: null },
    ]);
    expect(viewOf("Communications Lead", sources).holders).toMatchObject([
      { person: "Bob", since: null, word: "Comms Lead" },
    ]);
    expect(viewOf("Scribe", sources).holders).toMatchObject([{ person: "Cy", word: null }]);
  });

  test("finds the commander among the participants where the field is missing", () => {
    const participants = [named("Ada", "IC")];
    expect(viewOf("Incident Commander", { participants }).holders).toMatchObject([
      { person: "Ada", word: "IC" },
    ]);
  });

  test("has the record's commander lead, since when the assignment says", () => {
    const assignments = [makeAssignment({ note: "Database is slow" })];
    expect(viewOf("Incident Commander", { commander: "ADA", assignments }).holders).toEqual([
      { person: "Ada", since: TEN, word: null, note: "Database is slow" },
    ]);
  });

  test("believes the record where another commander was imported over the assignment", () => {
    const view = viewOf("Incident Commander", {
      commander: "Grace",
      assignments: [makeAssignment()],
    });
    expect(view.holders).toMatchObject([{ person: "Grace", since: null }]);
    expect(view.past).toEqual([{ person: "Ada", since: TEN, until: null, note: null }]);
  });

  test("leaves a role empty that was given up, whatever the record says", () => {
    const view = viewOf("Incident Commander", {
      participants: [named("Ada", "Incident Commander")],
      assignments: [makeAssignment({ gaveUpAt: ELEVEN })],
    });
    expect(view.holders).toEqual([]);
    expect(view.past).toEqual([{ person: "Ada", since: TEN, until: ELEVEN, note: null }]);
  });

  test("tells who held it before, the last first, and where nobody knows since when", () => {
    const view = viewOf("Scribe", {
      assignments: [
        makeAssignment({ role: "Scribe", person: "Bob", assumedAt: TEN, gaveUpAt: TEN }),
        makeAssignment({ role: "Scribe", person: "Cy", assumedAt: TEN, gaveUpAt: ELEVEN }),
        makeAssignment({ role: "Scribe", person: "Dan", assumedAt: ELEVEN }),
      ],
    });
    expect(view.holders).toMatchObject([{ person: "Dan", since: ELEVEN }]);
    expect(view.past).toMatchObject([
      { person: "Cy", since: TEN, until: ELEVEN },
      { person: "Bob", since: null, until: TEN },
    ]);
  });

  test("lets several experts stand beside each other, from the record and assigned", () => {
    const role = "Subject Matter Expert";
    const view = viewOf(role, {
      participants: [named("Carol", "Database SME"), named("Eve", "SME"), named("Bob", "SME")],
      assignments: [
        makeAssignment({ role, person: "Bob" }),
        makeAssignment({ role, person: "Eve", assumedAt: ELEVEN, gaveUpAt: ELEVEN }),
      ],
    });
    expect(view.holders).toMatchObject([
      { person: "Bob", since: TEN },
      { person: "Carol", since: null, word: "Database SME" },
    ]);
  });
});

describe("othersOf", () => {
  test("keeps whom no role fits, with the record's words", () => {
    const participants = [named("Ada", "IC"), named("Bob", "Observer"), named("Cy", null)];
    expect(othersOf(participants)).toEqual([named("Bob", "Observer"), named("Cy", null)]);
  });
});

describe("holderNames", () => {
  test("is empty for nobody", () => expect(holderNames([])).toBe(""));
  test("names all", () => {
    expect(holderNames([{ person: "Ada" }, { person: "Bob" }])).toBe("Ada, Bob");
  });
});
