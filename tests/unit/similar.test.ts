import { describe, expect, test } from "vitest";
import { likenessTo, mostSimilar, type Traits } from "@/lib/domain/similar";

const traits = (overrides: Partial<Traits> = {}): Traits => ({
  title: "Checkout is slow",
  services: [],
  causes: [],
  ...overrides,
});

const likenessOf = (subject: Traits, other: Traits) => likenessTo(subject)(other);

describe("likenessTo", () => {
  test("names the services that both have, the main one weighing more", () => {
    const subject = traits({ services: ["payment-gateway", "checkout"] });
    expect(likenessOf(subject, traits({ services: ["payment-gateway"] }))).toEqual({
      score: 2,
      reasons: [{ why: "same service", what: "payment-gateway" }],
    });
    expect(likenessOf(subject, traits({ services: ["checkout"] })).score).toBe(1);
    expect(likenessOf(subject, traits({ services: ["checkout", "payment-gateway"] }))).toEqual({
      score: 3,
      reasons: [{ why: "same services", what: "payment-gateway, checkout" }],
    });
  });

  test("names three of many services and counts the rest", () => {
    const services = ["a", "b", "c", "d", "e"];
    expect(likenessOf(traits({ services }), traits({ services })).reasons).toEqual([
      { why: "same services", what: "a, b, c and 2 more" },
    ]);
  });

  test("names what two causes have in common", () => {
    const subject = traits({ causes: ["Connection pool exhausted after the upgrade"] });
    const other = traits({ title: "Payments fail", causes: ["A leak in the connection pool"] });
    expect(likenessOf(subject, other)).toEqual({
      score: 3,
      reasons: [{ why: "similar cause", what: "connection pool" }],
    });
  });

  test("names what two titles have in common, while nobody knows a cause", () => {
    const subject = traits({ title: "Card payments fail in Europe" });
    expect(likenessOf(subject, traits({ title: "Card payment slow" })).reasons).toEqual([
      { why: "similar title", what: "card payments" },
    ]);
  });

  test("adds the kind of factor to another reason", () => {
    const subject = traits({ services: ["checkout"], causes: ["No runbook for it"] });
    const other = traits({ services: ["checkout"], causes: ["The review was skipped"] });
    expect(likenessOf(subject, other)).toEqual({
      score: 2.5,
      reasons: [
        { why: "same service", what: "checkout" },
        { why: "same kind of factor", what: "process" },
      ],
    });
  });

  test("does not take the kind of factor for a reason by itself, nor a different one", () => {
    const process = traits({ title: "A", services: ["checkout"], causes: ["No runbook"] });
    const human = traits({ title: "B", services: ["checkout"], causes: ["A typo by hand"] });
    const elsewhere = { ...process, title: "B", services: ["search"], causes: ["The review"] };
    expect(likenessOf(process, elsewhere)).toEqual({ score: 0, reasons: [] });
    expect(likenessOf(process, human).reasons).toHaveLength(1);
  });
});

describe("mostSimilar", () => {
  const subject = traits({ services: ["checkout"], causes: ["The connection pool was full"] });
  const candidate = (declaredAt: number, overrides: Partial<Traits>) => ({
    ...traits({ title: `${declaredAt}`, ...overrides }),
    declaredAt,
  });

  test("chooses the most alike, and shows the newest of them first", () => {
    const found = mostSimilar(
      subject,
      [
        candidate(1, { services: ["checkout"], causes: ["A connection pool leak"] }),
        candidate(2, { causes: ["The connection pool"] }),
        candidate(3, { services: ["checkout"] }),
        candidate(4, { services: ["checkout"] }),
        candidate(5, { services: ["search"] }),
      ],
      3,
    );
    expect(found.map(({ declaredAt }) => declaredAt)).toEqual([4, 2, 1]);
    expect(found[1]?.reasons).toEqual([{ why: "similar cause", what: "connection pool" }]);
  });

  test("gives nothing where nothing is alike", () => {
    expect(mostSimilar(subject, [candidate(5, { services: ["search"] })], 5)).toEqual([]);
  });
});
