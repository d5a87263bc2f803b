import fc from "fast-check";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { describe, expect, test } from "vitest";
import { analyze } from "@/lib/domain/analysis";
import { STANDARD } from "@/lib/domain/built-in-templates";
import type { Choices } from "@/lib/domain/choices";
import { draftPostmortem, draftSections } from "@/lib/domain/draft";
import { factsOf, type Numbers } from "@/lib/domain/draft/facts";
import type { IncidentRecord } from "@/lib/domain/record";
import { splitSections } from "@/lib/domain/sections";
import { DRAFT_SOURCES } from "@/lib/domain/template";
import { arbitraryRecord } from "../support/arbitrary-record";
import { makeRecord, sampleRecord } from "../support/make";

type Given = { choices?: Choices; numbers?: Numbers };

const factsIn = (record: IncidentRecord, given: Given = {}) =>
  factsOf({ record, analysis: analyze(record, given.choices), ...given });
const draftOf = (record: IncidentRecord, given?: Given) =>
  draftPostmortem(factsIn(record, given), STANDARD);
const sectionOf = (draft: string, title: string) =>
  draft.split(/^## /m).find((part) => part.startsWith(`${title}\n`)) ?? "";

const SECTIONS = [
  "Summary",
  "Impact",
  "Timeline",
  "Root cause",
  "Contributing factors",
  "Detection",
  "Response",
  "What went well",
  "What went wrong",
  "Where we got lucky",
  "Action items",
  "Open questions",
];
const SOURCE = /(?:`[\w.[\]]+`|\[[-\d: ]+\]\(\/incidents\/[^\s()]+#[ec]-\d+\))/.source;
const SOURCED = new RegExp(`\\(${SOURCE}(?:, ${SOURCE})*\\)\\.$`);

/** Lines that are neither a heading, nor a request, nor end with where they come from. */
function unsourced(draft: string): string[] {
  return draft
    .split("\n")
    .filter((line) => line !== "" && !/^#{2,3} /.test(line) && !line.startsWith("> **TODO:** "))
    .filter((line) => !/^```(?:action-items)?$/.test(line))
    .filter((line) => !SOURCED.test(line));
}

describe("draftPostmortem of the sample", () => {
  const draft = draftOf(sampleRecord());

  test("has every section in order", () => {
    expect([...draft.matchAll(/^## (.+)$/gm)].map(([, title]) => title)).toEqual(SECTIONS);
  });

  test("ends each sentence with where it comes from", () => {
    expect(unsourced(draft)).toEqual([]);
    expect(draft).toContain("(`resolution.root_cause`).");
    expect(draft).toContain(
      "increasing connection pool size from 20 to 50 via config override ([14:40](/incidents/INC-2024-0142#e-9)).",
    );
  });

  test("measures 70 minutes to mitigate, and 55 where another event is picked", () => {
    const response = sectionOf(draft, "Response");
    expect(response).toContain("Time to mitigate: 70 minutes, target 60, missed");
    expect(response).toContain("Measured at 15:15 UTC instead, it would be 55 minutes, met");
  });

  test("tells the promises kept and missed", () => {
    expect(sectionOf(draft, "What went well")).toContain("14:45 UTC was kept");
    expect(sectionOf(draft, "What went wrong")).toContain("15:00 UTC was missed by 20 minutes");
    expect(sectionOf(draft, "Open questions")).toContain("for 2024-01-17 16:50 UTC");
  });

  test("asks for the mitigation action that is missing", () => {
    expect(sectionOf(draft, "Contributing factors")).toContain("no mitigation action answers it");
    expect(sectionOf(draft, "Action items")).toMatch(
      /TODO:\*\* Add a mitigation action.*Insufficient load testing/,
    );
  });

  test("asks why the severity differs and what happened in the silences", () => {
    const questions = sectionOf(draft, "Open questions");
    expect(questions).toContain("why SEV1 was declared while the facts speak for SEV2");
    expect(questions.match(/the record is silent/g)).toHaveLength(3);
  });

  test("asks which mitigation counts, as the verdict hangs on it, until somebody has picked one", () => {
    const asked =
      "Decide at which event it was mitigated: after 70 minutes, which misses the target of 60, or after 20 or 40 or 55 minutes, which meets it ([15:30]";
    expect(sectionOf(draft, "Open questions")).toContain(asked);
    const picked = draftOf(sampleRecord(), { choices: { milestones: { mitigated: "event:12" } } });
    expect(picked).not.toContain("Decide at which event");
    expect(sectionOf(picked, "Response")).toContain("Time to mitigate: 55 minutes, target 60, met");
  });

  test("cites every event in the timeline", () => {
    const cited = [...sectionOf(draft, "Timeline").matchAll(/#e-(\d+)\)\)\.$/gm)];
    expect(cited.map(([, number]) => Number(number))).toEqual(
      sampleRecord().events?.map((_, index) => index + 1),
    );
  });

  test("has no number that neither the record nor its analysis has", () => {
    const record = sampleRecord();
    const known = JSON.stringify([record, analyze(record)]).match(/\d+/g) ?? [];
    const hours = known.map((number) => number.padStart(2, "0"));
    const said = draft
      .replace(/\[[^\]]*\]\([^)]*\)|`[^`]*`/g, "")
      .replace(/(?<=\d),(?=\d{3})/g, "")
      .match(/\d+/g);
    const others = [...new Set(said)].filter((number) => ![...known, ...hours].includes(number));
    expect(others).toEqual(["55"]); // minutes to another mitigation
  });

  test("says nothing of a part that is taken out of the record", () => {
    const record = sampleRecord();
    for (const part of ["impact", "signals", "context", "resolution", "participants"] as const) {
      const { [part]: gone, ...rest } = record;
      const shorter = draftOf(rest);
      expect(draft).toContain(`\`${part}`);
      expect(sourcesIn(shorter).filter((source) => source.startsWith(part))).toEqual([]);
      const words = (JSON.stringify(gone).match(/"[^"]{12,}"/g) ?? []).map((text) =>
        text.slice(1, -1),
      );
      const others = JSON.stringify(rest);
      const left = words.filter((text) => shorter.includes(text) && !others.includes(text));
      expect(left).toEqual([]);
    }
  });

  test("keeps the words of the internal message out", () => {
    expect(draft).not.toContain("SEV1 ACTIVE");
    expect(draft).not.toContain("Bridge: [link]");
  });

  test("links by the numbers that the portal gave", () => {
    const record = sampleRecord();
    const numbers = {
      events: (record.events ?? []).map((_, index) => index + 101),
      communications: [201, 202, 203, 204, 205],
    };
    const numbered = draftOf(record, { numbers });
    expect(numbered).toContain("[14:40](/incidents/INC-2024-0142#e-109)");
    expect(numbered).toContain("[14:45](/incidents/INC-2024-0142#c-203)");
  });
});

describe("draftSections", () => {
  test("gives each source its Markdown, without a heading of its own", () => {
    const sections = draftSections(factsIn(sampleRecord()));
    expect([...sections.keys()]).toEqual(DRAFT_SOURCES);
    for (const body of sections.values()) expect(body).not.toMatch(/^#{1,2} /m);
  });
});

describe("draftPostmortem", () => {
  test("follows its template, and begins with the help where the record has nothing to give", () => {
    const section = { help: "", isRequired: true, source: null };
    const text = draftPostmortem(factsIn(makeRecord()), {
      sections: [
        { ...section, title: "Luck", source: "lucky" },
        { ...section, title: "For *customers*", help: "Say it in <b>their</b> words." },
        { ...section, title: "Rest" },
      ],
    });
    expect(text).toBe(
      [
        "## Luck\n\n> **TODO:** Say what could have made it worse and did not. No record can know this.",
        "## For \\*customers\\*\n\n> **TODO:** Say it in \\<b>their\\</b> words.",
        "## Rest\n\n> **TODO:** Write this section.\n",
      ].join("\n\n"),
    );
  });

  test("says of each factor which actions answer it, and who said so", () => {
    const record = makeRecord({
      resolution: { contributing_factors: ["No review", "Late alert", "Old disk", "Typo"] },
      action_items: [{ title: "Review", type: "process" }, { title: "Alert" }, { title: "Page" }],
    });
    const choices = {
      factorCategories: { 2: "environment" },
      factorActions: { 1: [1, 2], 3: [1] },
    } as const;
    const factors = sectionOf(
      draftOf(record, { choices: { ...choices, factorActions: { 1: [1, 2], 3: [1] } } }),
      "Contributing factors",
    );
    expect(factors).toContain(
      "No review — proposed category process, and 1 action of type process may answer it (`resolution.contributing_factors[0]`, `action_items[0]`).",
    );
    expect(factors).toContain(
      "and 2 actions answer it (`resolution.contributing_factors[1]`, `action",
    );
    expect(factors).toContain(
      "Old disk — category environment, and no mitigation action answers it",
    );
    expect(factors).toContain("and 1 action answers it (");
  });

  test("says of a bare record what is missing, and nothing else", () => {
    const draft = draftOf(makeRecord());

    expect(unsourced(draft)).toEqual([]);
    expect([...draft.matchAll(/^## (.+)$/gm)].map(([, title]) => title)).toEqual(SECTIONS);
    for (const title of SECTIONS.slice(1)) {
      const asked = sectionOf(draft, title).replace("\n```action-items\n```\n", "");
      expect(asked).toMatch(/^[^\n]+(?:\n\n> \*\*TODO:\*\* .+)+\n*$/);
    }
    expect(draft).toContain("It was declared at 2026-01-05 10:00 UTC (`incident.declared_at`).");
  });

  test("names the field of a milestone that has no event", () => {
    const record = makeRecord({
      events: [{ timestamp: "2026-01-05T10:05:00Z", type: "detection", description: "Alert" }],
      context: { recent_deployments: [{ service: "api", deployed_at: "2026-01-05T09:00:00Z" }] },
    });
    const picked = draftOf(record, { choices: { milestones: { started: "deployment:0" } } });
    expect(picked).toContain(
      "It began at 2026-01-05 09:00 UTC (`context.recent_deployments[0].deployed_at`).",
    );
  });

  test("gives the day with times of another day, and a heading to each day", () => {
    const draft = draftOf(
      makeRecord({
        events: [
          { timestamp: "2026-01-05T23:50:00Z", description: "First" },
          { timestamp: "2026-01-06T00:10:00Z", description: "Second" },
        ],
      }),
    );
    expect(draft).toContain("### 2026-01-05, UTC\n\n- **23:50** First ([23:50](");
    expect(draft).toContain("### 2026-01-06, UTC\n\n- **00:10** Second ([2026-01-06 00:10](");
  });

  test("keeps to the turning points of a long record", () => {
    const events = Array.from({ length: 300 }, (_, index) => ({
      timestamp: "2026-01-05T10:00:00Z",
      type: index === 7 ? "mitigation" : "investigation",
      description: `Step ${index}`,
    }));
    const timeline = sectionOf(draftOf(makeRecord({ events })), "Timeline");
    expect(timeline).toContain("Step 7");
    expect(timeline).not.toContain("Step 8");
    expect(timeline).toContain("the 299 events that are left out");
  });

  test("says how many more entries a long list has", () => {
    const participants = Array.from({ length: 35 }, (_, index) => ({ name: `Person ${index}` }));
    expect(draftOf(makeRecord({ participants }))).toContain("Go through 5 more in the record.");
  });

  test("asks for the owner and the deadline of an action that has none", () => {
    const draft = draftOf(makeRecord({ action_items: [{ title: "Write the runbook" }] }));
    expect(draft).toContain("Name an owner for “Write the runbook” (`action_items[0].owner`).");
    expect(draft).toContain("Set a deadline for “Write the runbook” (`action_items[0].deadline`).");
  });

  test("says that a promise was missed where nothing ever came", () => {
    const communications = [
      {
        timestamp: "2026-01-05T10:00:00Z",
        audience: "external",
        message: "Next update in 15 minutes.",
      },
    ];
    const incident = { ...makeRecord().incident, resolved_at: "2026-01-05T12:00:00Z" };
    expect(draftOf(makeRecord({ incident, communications }))).toContain("10:15 UTC was missed ([");
  });

  test.each([
    ["odd", oddRecord()],
    ["any", arbitraryRecord],
  ])("shows the texts of %s records without structure, links or HTML of theirs", (_, records) => {
    fc.assert(
      fc.property(records, (record) => {
        const draft = draftOf(record);
        expect(unsourced(draft)).toEqual([]);
        expect(draft).not.toMatch(/[\0-\x08\x0b-\x1f\x7f]|\p{Surrogate}/u);
        const nodes = nodesOf(draft);
        const kinds = new Set(nodes.map(({ type }) => type));
        expect([...kinds].filter((kind) => !EXPECTED.has(kind))).toEqual([]);
        for (const { type, depth, url, lang, value } of nodes) {
          if (type === "heading") expect([2, 3]).toContain(depth);
          if (type === "link") expect(url).toMatch(/^\/incidents\/[^\s()]+#[ec]-\d+$/);
          if (type === "code") expect([lang, value]).toEqual(["action-items", ""]);
        }
        expect(splitSections(draft).map(({ title }) => title)).toEqual(SECTIONS);
      }),
      { numRuns: 60, seed: 7 },
    );
  });

  test("cites fields that the record has, and events and messages that are in it", () => {
    fc.assert(
      fc.property(fc.oneof(oddRecord(), arbitraryRecord), (record) => {
        for (const source of sourcesIn(draftOf(record))) {
          expect([source, isIn(record, source)]).toEqual([source, true]);
        }
      }),
      { numRuns: 100, seed: 7 },
    );
  });

  test("shows a text to the letter", () => {
    fc.assert(
      fc.property(oddText(), (text) => {
        const shown = text.replace(/[\p{Cc}\p{Cs}\s]+/gu, " ").trim();
        fc.pre(shown !== "" && shown.length < 1000 && !shown.endsWith("."));
        const draft = draftOf(makeRecord({ resolution: { root_cause: text } }));
        expect(textOf(draft)).toContain(`${shown} (resolution.root_cause).`);
      }),
      { numRuns: 150, seed: 7 },
    );
  });
});

const EXPECTED = new Set(
  "root heading paragraph text list listItem strong link inlineCode blockquote code".split(" "),
);

type Node = {
  type: string;
  depth?: number;
  url?: string;
  lang?: string | null;
  value?: string;
  children?: Node[];
};

/** What the sentences of a draft name as their sources, but not what its requests do. */
function sourcesIn(draft: string): string[] {
  return draft
    .split("\n")
    .filter((line) => !line.startsWith("> "))
    .flatMap((line) => [...(SOURCED.exec(line)?.[0].matchAll(/`([^`]+)`|\]\(([^()]+)\)/g) ?? [])])
    .map(([, path, url]) => path ?? url ?? "");
}

/** True for the path of a value that a record has, and for an anchor of its events and messages. */
function isIn(record: IncidentRecord, source: string): boolean {
  const [, kind, number] = /#([ec])-(\d+)$/.exec(source) ?? [];
  if (kind) {
    const { events, communications } = record;
    return Number(number) <= ((kind === "e" ? events : communications) ?? []).length;
  }
  const value = source
    .split(/[.[\]]+/)
    .filter(Boolean)
    .reduce<unknown>((at, step) => Object(at)[step], record);
  return value !== undefined && value !== null;
}

function nodesOf(markdown: string): Node[] {
  const all = (node: Node): Node[] => [node, ...(node.children ?? []).flatMap(all)];
  return all(unified().use(remarkParse).use(remarkGfm).parse(markdown));
}

const textOf = (markdown: string) =>
  nodesOf(markdown)
    .map(({ value }) => value ?? "")
    .join("");

function oddText() {
  return fc
    .array(
      fc.oneof(
        fc.constantFrom(
          ..."# > - + = * _ ~ ` | [ ] ( ) ! < & \\ 1. 2) ``` ~~~ --- === *** ** __ | |- [x] [^1] [a]: ]( &amp; &#x3c; <b> <!-- <script> :// www.x.io http://x.io a@b.io mailto:a@b.io \n \n\n \t \r \0 . : “ ( é 字 😀".split(
            " ",
          ),
        ),
        fc.string({ unit: "binary", maxLength: 6 }),
        fc.constantFrom(" ", "word", "\n", "\n\n", "\n    ", "\ud800", "\u0007", "\u2028"),
      ),
      { maxLength: 12 },
    )
    .map((parts) => parts.join(""));
}

function oddRecord(): fc.Arbitrary<IncidentRecord> {
  const text = oddText();
  const maybe = fc.option(text, { nil: null });
  const time = fc
    .integer({ min: 0, max: 2000 })
    .map((minute) => new Date(Date.UTC(2026, 0, 5) + minute * 60_000).toISOString());
  const type = fc.constantFrom("trigger", "detection", "mitigation", "resolution", "declaration");
  return fc.record({
    incident: fc.record({
      id: fc.constantFrom("INC-2026-0001", "INC-2026-0002"),
      title: text,
      severity: fc.constantFrom("SEV1", "SEV2", "SEV3", "SEV4"),
      status: text,
      declared_at: time,
      resolved_at: fc.option(time, { nil: null }),
      commander: maybe,
      service: maybe,
      affected_services: fc.array(text, { maxLength: 3 }),
    }),
    events: fc.array(
      fc.record({ timestamp: time, description: text, actor: maybe, type: fc.oneof(type, text) }),
      { maxLength: 5 },
    ),
    communications: fc.array(
      fc.record({
        timestamp: time,
        audience: maybe,
        message: fc.oneof(text, fc.constant("Next update in 15 minutes.")),
      }),
      { maxLength: 3 },
    ),
    impact: fc.record({
      revenue_impact: maybe,
      affected_users_percentage: fc.option(fc.double({ noNaN: true }), { nil: null }),
      affected_regions: fc.array(text, { maxLength: 2 }),
      degradation_type: maybe,
      customer_facing: fc.option(fc.boolean(), { nil: null }),
    }),
    resolution: fc.record({
      root_cause: maybe,
      permanent_fix: maybe,
      contributing_factors: fc.array(text, { maxLength: 3 }),
      mitigation_steps: fc.array(text, { maxLength: 3 }),
    }),
    context: fc.record({
      recent_deployments: fc.array(
        fc.record({ service: maybe, version: maybe, changes: maybe, deployed_at: time }),
        { maxLength: 2 },
      ),
    }),
    action_items: fc.array(
      fc.record({ title: text, owner: maybe, priority: maybe, deadline: maybe, type: maybe }),
      { maxLength: 3 },
    ),
    participants: fc.array(fc.record({ name: text, role: maybe }), { maxLength: 3 }),
  });
}
