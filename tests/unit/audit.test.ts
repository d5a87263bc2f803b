import { describe, expect, test } from "vitest";
import { wayText } from "@/lib/domain/audit";
import { changedFields, toldFields } from "@/lib/domain/audit-detail";
import { auditQuery, isFiltered, readAuditFilters } from "@/lib/domain/audit-filters";

const EVERYTHING = {
  ...{ who: "", verb: "", object: "", from: "", since: "", until: "" },
  ...{ kind: undefined, before: undefined },
};

describe("readAuditFilters", () => {
  test("lets everything through where the address says nothing", () => {
    expect(readAuditFilters({})).toEqual(EVERYTHING);
    expect(isFiltered(EVERYTHING)).toBe(false);
  });

  test("reads what the address says, without spaces around it", () => {
    const params = { who: " Ada ", verb: "incident", object: "INC-1", from: "cli" };
    const filters = readAuditFilters({
      ...{ ...params, kind: "refusal", since: "2026-01-05", until: "2026-01-06", before: "12" },
    });
    expect(filters).toEqual({
      ...{ who: "Ada", verb: "incident", object: "INC-1", from: "cli", kind: "refusal" },
      ...{ since: "2026-01-05", until: "2026-01-06", before: 12 },
    });
    expect(isFiltered(filters)).toBe(true);
  });

  test("leaves out what is no kind, no day, no number, or no text", () => {
    const params = { who: ["a", "b"], kind: "x", since: "2026-02-30", until: "soon", before: "0" };
    expect(readAuditFilters(params)).toEqual(EVERYTHING);
  });

  test("takes at most 200 letters", () => {
    expect(readAuditFilters({ who: "a".repeat(300) }).who).toHaveLength(200);
  });
});

describe("auditQuery", () => {
  test("is empty for no filters", () => expect(auditQuery(EVERYTHING)).toBe(""));

  test("says the filters that are set", () => {
    expect(auditQuery({ ...EVERYTHING, who: "Ada L", before: 7 })).toBe("?who=Ada+L&before=7");
  });

  test("of the place in the list alone is no filter", () => {
    expect(isFiltered({ ...EVERYTHING, before: 7 })).toBe(false);
  });
});

describe("toldFields", () => {
  test("puts what was and what is side by side", () => {
    const detail = { before: { title: "A", owner: "Ada" }, after: { title: "B", due: null } };
    expect(toldFields({ ...detail, item: 4 })).toEqual([
      { field: "title", before: "A", after: "B" },
      { field: "owner", before: "Ada" },
      { field: "due", after: "–" },
      { field: "item", after: "4" },
    ]);
  });

  test("names the entry's own value where it is no object", () => {
    expect(toldFields({ before: "SEV1", after: ["SEV2", "SEV3"] })).toEqual([
      { field: "value", before: "SEV1", after: "SEV2, SEV3" },
    ]);
  });

  test("shows lists, objects, and what is empty", () => {
    expect(toldFields({ none: [], thing: { a: 1 }, yes: true })).toEqual([
      { field: "none", after: "–" },
      { field: "thing", after: '{"a":1}' },
      { field: "yes", after: "true" },
    ]);
  });

  test("is empty where nothing is told", () => expect(toldFields(null)).toEqual([]));
});

describe("wayText", () => {
  test.each([
    ["session", "signed in"],
    ["token 4", "API token 4"],
    ["link 7", "shared link 7"],
    ["something new", "something new"],
    [null, "not written down then"],
  ])("puts %s into words", (via, text) => expect(wayText(via)).toBe(text));
});

describe("changedFields", () => {
  test("names what differs, and nothing else", () => {
    const before = { name: "A", days: [1, 2], about: null, id: 4 };
    expect(changedFields(before, { name: "B", days: [1, 2], about: undefined })).toEqual({
      before: { name: "A" },
      after: { name: "B" },
    });
  });

  test("tells a field that came or went as nothing", () => {
    expect(changedFields({ lead: 4 }, { lead: null, zone: "Etc/UTC" })).toEqual({
      before: { lead: 4, zone: null },
      after: { lead: null, zone: "Etc/UTC" },
    });
  });

  test("tells a long text by how it begins, and cuts no letter in two", () => {
    const { after } = changedFields({}, { text: `${"a".repeat(499)}😀${"b".repeat(9)}` });
    expect(after).toEqual({ text: `${"a".repeat(499)}…` });
  });
});
