import { describe, expect, test } from "vitest";
import {
  FACT_NAMES,
  factProblem,
  factTexts,
  RATED_FACTS,
  ratedSections,
  withFacts,
  type Fact,
} from "@/lib/domain/facts";
import type { IncidentRecord } from "@/lib/domain/record";
import { makeRecord, sampleRecord } from "@/tests/support/make";

describe("factTexts", () => {
  test("writes the sample's facts as a form holds them", () => {
    expect(factTexts(sampleRecord(), FACT_NAMES)).toMatchObject({
      title: "Payment Service Degradation",
      revenue_impact: "high",
      affected_users_percentage: "45",
      customer_facing: "yes",
      workaround_available: "no",
      affected_regions: "us-east-1\neu-west-1",
      data_loss: "no",
    });
  });

  test("is empty where nothing is recorded", () => {
    const texts = factTexts(makeRecord({ impact: { revenue_impact: null } }), RATED_FACTS);
    expect(new Set(Object.values(texts))).toEqual(new Set([""]));
  });

  test("leaves out what has another shape than a fact", () => {
    const record: IncidentRecord = { ...makeRecord(), resolution: { customer_impact: null } };
    expect(factTexts(record, ["data_loss", "root_cause"])).toEqual({
      data_loss: "",
      root_cause: "",
    });
  });
});

describe("withFacts", () => {
  test("changes nothing where each fact is written as it stands", () => {
    const record = sampleRecord();
    expect(withFacts(record, factTexts(record, FACT_NAMES))).toEqual(sampleRecord());
  });

  test.each([
    ["title", "A new title", (record: IncidentRecord) => record.incident.title, "A new title"],
    ["affected_regions", "eu\n\n us ", (record) => record.impact?.affected_regions, ["eu", "us"]],
    ["latency_p99_ms", " 12.5 ", (record) => record.signals?.latency_p99_ms, 12.5],
    ["security_breach", "yes", (record) => record.impact?.security_breach, true],
    ["data_loss", "yes", (record) => record.resolution?.customer_impact?.data_loss, true],
  ] satisfies [Fact, string, (record: IncidentRecord) => unknown, unknown][])(
    "sets %s and leaves the rest alone",
    (fact, text, read, value) => {
      const changed = withFacts(sampleRecord(), { [fact]: text });
      expect(read(changed)).toEqual(value);
      expect(withFacts(changed, factTexts(sampleRecord(), [fact]))).toEqual(sampleRecord());
    },
  );

  test("makes the sections that are missing", () => {
    const record = withFacts(makeRecord(), { customers_affected: "7", revenue_impact: "low" });
    expect(record.resolution).toEqual({ customer_impact: { affected_users: 7 } });
    expect(record.impact).toEqual({ revenue_impact: "low" });
  });

  test("takes a fact out with an empty text, and keeps keys that it does not know", () => {
    const record = makeRecord({ impact: { revenue_impact: "low", since: "Monday" } });
    expect(withFacts(record, { revenue_impact: "" }).impact).toEqual({ since: "Monday" });
    expect(record.impact?.revenue_impact).toBe("low");
  });

  test("keeps entries of several lines whole", () => {
    const factors = ["No load test\nfor the pool", "Late\n\nalert"];
    const record = makeRecord({ resolution: { contributing_factors: factors } });
    const { contributing_factors: text } = factTexts(record, ["contributing_factors"]);
    const changed = withFacts(record, { contributing_factors: `${text}\nA third` });
    expect(changed.resolution?.contributing_factors).toEqual([...factors, "A third"]);
  });
});

describe("factProblem", () => {
  test.each([
    ["title", " ", "Title must not be empty."],
    ["service", "two\nlines", "Use one line."],
    ["customer_facing", "maybe", "Choose yes or no."],
    ["alert_count", "many", "Write a number that is not below 0."],
    ["alert_count", "-1", "Write a number that is not below 0."],
    ["alert_count", "Infinity", "Write a number that is not below 0."],
    ["affected_users_percentage", "101", "Write a number from 0 to 100."],
  ] as const)("says what is wrong with %s as “%s”", (fact, text, problem) => {
    expect(factProblem(fact, text)).toBe(problem);
  });

  test.each([
    ["service", ""],
    ["customer_facing", "no"],
    ["alert_count", "0"],
    ["affected_users_percentage", "100"],
    ["root_cause", "any\ntext"],
    ["revenue_impact", "a word of its own"],
  ] as const)("has nothing against %s as “%s”", (fact, text) => {
    expect(factProblem(fact, text)).toBeUndefined();
  });
});

describe("ratedSections", () => {
  test("leaves out what is unanswered or makes no sense", () => {
    expect(ratedSections({ alert_count: "x", revenue_impact: " ", security_breach: "no" })).toEqual(
      {
        impact: { security_breach: false },
        signals: undefined,
      },
    );
  });
});
