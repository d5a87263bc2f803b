import { describe, expect, test } from "vitest";
import { checkPublicPost, findingKey } from "@/lib/domain/public-check";
import type { CheckedPost, Finding } from "@/lib/domain/public-check/finding";
import { knownFacts, type Surroundings } from "@/lib/domain/public-check/known-facts";
import { speaksOf } from "@/lib/domain/public-check/services";
import { splitStatus } from "@/lib/domain/public-status";
import type { IncidentRecord } from "@/lib/domain/record";
import { promisesIn } from "@/lib/domain/promise-text";
import { sampleRecord } from "@/tests/support/make";

const at = (clock: string) => Date.parse(`2024-01-15T${clock}:00Z`);

type Given = Partial<CheckedPost> & {
  change?: (record: IncidentRecord) => void;
  around?: Partial<Surroundings>;
};

/** What is asked about a text that is posted at 15:00 on the sample's day, promising 15:15. */
function findings(text: string, given: Given = {}): Finding[] {
  const { change, around, ...post } = given;
  const record = sampleRecord();
  change?.(record);
  const earlierPosts = ["Payments, checkout and subscription billing are affected."];
  const facts = knownFacts(record, {
    otherServices: [],
    components: [],
    earlierPosts,
    ...around,
  });
  const usual = { text, status: "investigating", at: at("15:00"), dueAt: at("15:15") };
  return checkPublicPost({ ...usual, ...post }, facts);
}

const kinds = (text: string, given?: Given) => findings(text, given).map(({ kind }) => kind);
const quotes = (text: string, given?: Given) => findings(text, given).map(({ quote }) => quote);

describe("the sample's own four public posts", () => {
  const record = sampleRecord();
  const posts = (record.communications ?? []).filter(({ audience }) => audience === "external");

  test.each(posts.map((post, index) => ({ ...post, index })))(
    "raise nothing false at $timestamp",
    ({ message, timestamp, index }) => {
      const madeAt = Date.parse(timestamp);
      const promised = promisesIn(message, madeAt).find(({ kind }) => kind === "update")?.dueAt;
      const status = splitStatus(message).status ?? "";
      const asked = findings(message, {
        status,
        at: madeAt,
        dueAt: promised,
        around: { earlierPosts: posts.slice(0, index).map((post) => post.message) },
      });
      const justified = {
        investigating: ["service_unnamed"],
        identified: ["service_unnamed"],
        monitoring: ["promise_missing", "service_unnamed"],
        resolved: [],
      };
      expect(asked.map(({ kind }) => kind).toSorted()).toEqual(Object(justified)[status]);
    },
  );

  test("name payments, and neither checkout nor subscription billing", () => {
    const [first] = posts;
    expect(findings(first?.message ?? "", { around: { earlierPosts: [] } })[0]?.says).toBe(
      "checkout and subscription-billing are affected, and no public post names them.",
    );
  });
});

describe("shares of people", () => {
  test.each([
    ["All users are unable to pay.", "All users"],
    ["Payments fail for everyone.", "everyone"],
    ["Every customer sees errors.", "Every customer"],
    ["A small number of users see errors.", "A small number of users"],
    ["Most customers cannot pay.", "Most customers"],
    ["80% of our users see errors.", "80% of our users"],
    ["Payments fail for about 20% of customers.", "about 20% of customers"],
    ["Less than 30% of users are affected.", "Less than 30% of users"],
    ["More than 50 percent of users are affected.", "More than 50 percent of users"],
    ["Up to 40% of users are affected.", "Up to 40% of users"],
    ["At least 50% of users are affected.", "At least 50% of users"],
    ["Around 9,000 customers cannot pay.", "Around 9,000 customers"],
  ])("are asked about in %j", (text, quote) => {
    const asked = findings(text);
    expect(asked.map((finding) => [finding.kind, finding.quote])).toEqual([["number", quote]]);
    expect(asked[0]?.says).toMatch(/45% of users|12,500 users/);
  });

  test.each([
    "45% of users are affected.",
    "About 48% of users see errors.",
    "Half of our users see errors.",
    "Less than 50% of users are affected.",
    "Fewer than 13,000 users are affected.",
    "More than 12,000 customers cannot pay.",
    "Not all users are affected.",
    "All users can pay again.",
    "We will tell all customers when it ends.",
    "Some users see errors.",
  ])("agree with the record in %j", (text) => {
    expect(kinds(text)).toEqual([]);
  });

  test("are not asked about where the record knows none", () => {
    const change = (record: IncidentRecord) => {
      delete record.impact;
      delete record.resolution;
    };
    expect(kinds("All users and 99% of customers see errors.", { change })).toEqual([]);
  });
});

describe("error rates", () => {
  test.each(["The error rate is 40%.", "40% of payment requests fail.", "40 % of calls time out."])(
    "are asked about in %j",
    (text) => {
      expect(findings(text)).toMatchObject([
        { kind: "number", says: expect.stringContaining("error rate of 23.5%, 8.2%, 12.1%") },
      ]);
    },
  );

  test.each([
    "The error rate fell to 12%.",
    "About 25% of payment requests fail.",
    "40% of payments succeed.",
    "Capacity is at 40%.",
  ])("agree with the record in %j", (text) => {
    expect(kinds(text)).toEqual([]);
  });

  test("are not asked about where none was measured", () => {
    const change = (record: IncidentRecord) => {
      delete record.signals;
      delete record.events;
    };
    expect(kinds("The error rate is 40%.", { change })).toEqual([]);
  });
});

describe("services", () => {
  const search = { name: "Search", service: null, isChanged: false };

  test("that suffer are found in other words", () => {
    expect(speaksOf("Some payments fail", "payment-gateway")).toBe(true);
    expect(speaksOf("Bills are late", "subscription-billing")).toBe(true);
    expect(speaksOf("Logging in fails", "payment-gateway")).toBe(false);
    expect(speaksOf("The API answers late", "api-gateway")).toBe(true);
    expect(speaksOf("DNS fails", "dns")).toBe(true);
  });

  test("that do not suffer are asked about where they are said to", () => {
    const around = { components: [search], otherServices: ["partner-api"] };
    expect(findings("Search and the partner API are slow.", { around })).toMatchObject([
      {
        kind: "service_unaffected",
        quote: "partner API",
        says: "Affected are payment-gateway, checkout and subscription-billing.",
        question: "Is partner API affected, too?",
      },
      { kind: "service_unaffected", quote: "Search" },
    ]);
  });

  test.each([
    "Search is not affected.",
    "Search works as usual.",
    "Payments fail. You can use Search.",
    "We are searching for the cause of the errors.",
  ])("are let alone in %j", (text) => {
    expect(kinds(text, { around: { components: [search] } })).toEqual([]);
  });

  test("are let alone where the post changes their state, or they stand for one that suffers", () => {
    const text = "Search and Card payments are slow.";
    const components = [
      { ...search, isChanged: true },
      { name: "Card payments", service: "payment-gateway", isChanged: false },
    ];
    expect(kinds(text, { around: { components } })).toEqual([]);
  });

  test("are let alone where the record names none, or they are part of one that suffers", () => {
    const change = (record: IncidentRecord) => {
      record.incident.service = null;
      record.incident.affected_services = null;
    };
    const around = { components: [search] };
    expect(kinds("Search is slow.", { change, around })).toEqual([]);
    expect(kinds("Payments fail.", { around: { otherServices: ["payments"] } })).toEqual([]);
  });

  const silent = (text: string, around: Partial<Surroundings> = {}) =>
    findings(text, { around: { earlierPosts: [], ...around } })
      .filter(({ kind }) => kind === "service_unnamed")
      .map(({ says }) => says);

  test("that nobody was told of are asked about until a post names them", () => {
    expect(silent("Payments and checkout fail.")).toEqual([
      "subscription-billing is affected, and no public post names it.",
    ]);
    expect(silent("Payments, checkout and billing fail.")).toEqual([]);
    expect(silent("More soon.", { earlierPosts: ["Payments, checkout and billing."] })).toEqual([]);
  });

  test("are told of by their component", () => {
    const component = { name: "Renewals", service: "subscription-billing", isChanged: false };
    const text = "Payments and checkout fail.";
    expect(silent(`${text} Renewals wait.`, { components: [component] })).toEqual([]);
    expect(silent(text, { components: [{ ...component, isChanged: true }] })).toEqual([]);
  });

  test("that no customer meets need no name, and none at the end", () => {
    const change = (record: IncidentRecord) => {
      record.impact = { customer_facing: false };
    };
    const around = { earlierPosts: [] };
    expect(kinds("More soon.", { change, around })).toEqual([]);
    expect(kinds("All is well.", { around, status: "resolved", dueAt: undefined })).toEqual([]);
  });
});

describe("words for the status", () => {
  test.each([
    ["investigating", "The issue has been resolved.", "issue has been resolved"],
    ["monitoring", "We have resolved it.", "We have resolved"],
    ["identified", "Payments are fixed.", "are fixed"],
    ["investigating", "Error rates are back to normal.", "back to normal"],
    ["identified", "A fix has been implemented.", "A fix has been implemented"],
    ["investigating", "We have identified the root cause.", "We have identified the root cause"],
    ["investigating", "The cause of the errors was found.", "cause of the errors was found"],
    ["identified", "We are still investigating payments.", "We are still investigating"],
    ["resolved", "We are working on a fix.", "We are working on a"],
    ["monitoring", "Resolved - Payments work.", "Resolved - Payments work"],
  ])("that do not fit %s are asked about in %j", (status, text, quote) => {
    const dueAt = status === "resolved" ? undefined : at("15:15");
    const asked = findings(text, { status, dueAt });
    expect(asked.map(({ kind }) => kind)).toEqual(["status"]);
    expect(asked[0]?.quote).toContain(quote);
    expect(asked[0]?.says).toBe(`The chosen status is ${status}.`);
  });

  test.each([
    ["investigating", "We will tell you when it is resolved."],
    ["investigating", "The problem is not fixed yet."],
    ["investigating", "The cause has not been identified."],
    ["investigating", "We are trying to get payments fixed."],
    ["identified", "The cause of the problem with payments has been identified."],
    ["monitoring", "Payments are fixed and we watch them."],
    ["resolved", "The issue has been resolved. All systems are operating normally."],
    ["closed", "The issue has been resolved."],
  ])("agree with %s in %j", (status, text) => {
    const dueAt = status === "resolved" ? undefined : at("15:15");
    expect(kinds(text, { status, dueAt })).toEqual([]);
  });
});

describe("times", () => {
  test.each([
    ["Next update by 15:30 UTC.", "The next update is set for 15:15 UTC."],
    ["Next update in 30 minutes.", "The next update is set for 15:15 UTC."],
  ])("of the next update are asked about in %j", (text, says) => {
    expect(findings(text)).toMatchObject([{ kind: "promise", quote: text, says }]);
  });

  test("of a next update that the form does not promise are asked about", () => {
    const text = "Next update in 30 minutes.";
    expect(findings(text, { status: "resolved" })).toMatchObject([
      { kind: "promise", says: "No next update is promised in the form." },
    ]);
  });

  test.each(["Next update by 15:15 UTC.", "We will provide an update within 15 minutes."])(
    "of the next update agree with the form in %j",
    (text) => {
      expect(kinds(text)).toEqual([]);
    },
  );

  test.each(["Next update by 14:45 UTC.", "We expect an end by 14:30 UTC."])(
    "to come are asked about where they are over, in %j",
    (text) => {
      expect(findings(text)).toMatchObject([{ kind: "time", says: "It is 15:00 UTC already." }]);
    },
  );

  test.each([
    "Payments fail since 14:05 UTC.",
    "Starting at 13:00 payments failed.",
    "It began at 14:40.",
  ])("of the beginning are asked about in %j", (text) => {
    expect(findings(text)).toMatchObject([
      { kind: "time", says: "In the record it began at 14:15 UTC." },
    ]);
  });

  test.each([
    "Payments fail since 14:15 UTC.",
    "Payments fail since about 14:20.",
    "It began at 13:45 with a release.",
    "Payments fail since 9:15 am.",
    "Payments fail since 15:15 CET.",
    "Payments fail since 14:75.",
    "Payments work normally since 14:50 UTC.",
    "At 14:05 UTC we looked.",
  ])("of the beginning agree with the record in %j", (text) => {
    expect(kinds(text)).toEqual([]);
  });

  test("of the beginning are not asked about a day later, or where the record has none", () => {
    const text = "Payments fail since 14:05 UTC.";
    const later = { at: at("15:00") + 86_400_000, dueAt: at("15:15") + 86_400_000 };
    expect(kinds(text, later)).toEqual([]);
    const change = (record: IncidentRecord) => {
      delete record.events;
      delete record.context;
      record.incident.declared_at = "unknown";
    };
    expect(kinds(text, { change })).toEqual([]);
  });
});

describe("a missing promise", () => {
  test("is asked about while the incident goes on", () => {
    expect(findings("Payments fail.", { dueAt: undefined })).toMatchObject([
      {
        kind: "promise_missing",
        quote: "",
        says: "No next update is promised. SEV1 asks for one every 15 minutes.",
      },
    ]);
    expect(kinds("Payments work.", { dueAt: undefined, status: "resolved" })).toEqual([]);
  });
});

describe("claims that nothing happened", () => {
  test.each([
    "No customers are affected.",
    "There is no customer impact.",
    "Customers are not affected.",
  ])("to customers are asked about in %j", (text) => {
    expect(findings(text)).toMatchObject([
      { kind: "customers", says: "The record has 45% of users affected." },
    ]);
  });

  test("to customers are measured by what the record has", () => {
    const says = (change: (record: IncidentRecord) => void) =>
      findings("No users are affected.", { change }).map((finding) => finding.says);
    expect(says((record) => (record.impact = {}))).toEqual([
      "The record has 12500 users affected.",
    ]);
    expect(
      says((record) => {
        record.impact = { customer_facing: true };
        delete record.resolution;
      }),
    ).toEqual(["The record says that customers face it."]);
    expect(
      says((record) => {
        record.impact = { customer_facing: false };
        delete record.resolution;
      }),
    ).toEqual([]);
  });

  test.each([
    ["No data was lost.", { data_integrity_risk: true }, "The record has data at risk."],
    ["Your data is safe.", { security_breach: true }, "The record has a security breach."],
    ["No evidence of a breach.", { security_breach: true }, "The record has a security breach."],
  ])("to data are asked about in %j", (text, impact, says) => {
    const change = (record: IncidentRecord) => (record.impact = impact);
    expect(findings(text, { change })).toMatchObject([{ kind: "data", says }]);
  });

  test("to data are asked about where some was lost, and believed else", () => {
    const change = (record: IncidentRecord) => {
      record.resolution = { customer_impact: { data_loss: true } };
    };
    expect(findings("There is no data loss.", { change })).toMatchObject([
      { kind: "data", says: "The record has a loss of data." },
    ]);
    expect(kinds("There is no data loss.")).toEqual([]);
  });
});

describe("what is known inside only", () => {
  test.each([
    ["Write to ops@company.com.", "ops@company.com"],
    ["Jane Smith leads.", "Jane Smith"],
    ["Errors in payment-gateway.", "payment-gateway"],
    ["We rolled user-api back.", "user-api"],
    ["This is a SEV1.", "SEV1"],
    ["A sev-2 incident.", "sev-2"],
    ["See INC-2024-0142.", "INC-2024-0142"],
    ["Ask in #inc-payments.", "#inc-payments"],
  ])("is asked about in %j", (text, quote) => {
    expect(quotes(text)).toEqual([quote]);
    expect(kinds(text)).toEqual(["leak"]);
  });

  test("is asked about once", () => {
    expect(quotes("SEV1 it is: SEV1.")).toEqual(["SEV1"]);
  });

  test.each(["Checkout fails.", "A smith in Jane.", "Error #404.", "Payment gateway fails."])(
    "is not in %j",
    (text) => {
      expect(kinds(text)).toEqual([]);
    },
  );

  test("is no name under which customers know it", () => {
    const components = [{ name: "user-api", service: null, isChanged: true }];
    expect(kinds("The user-api is slow.", { around: { components } })).toEqual([]);
  });
});

describe("findingKey", () => {
  test("is one line, also for a long quote over several", () => {
    const [finding] = findings(`Next update in 30 minutes ${"and\n".repeat(60)}`);
    expect(findings("Payments fail.", { dueAt: undefined }).map(findingKey)).toEqual([
      "promise_missing |  | No next update is promised. SEV1 asks for one every 15 minutes.",
    ]);
    expect(finding === undefined || !findingKey(finding).includes("\n")).toBe(true);
  });
});
