import { describe, expect, test } from "vitest";
import { INCIDENT_STATUSES } from "@/lib/domain/incident";
import { promisesIn } from "@/lib/domain/promise-text";
import { checkPublicPost } from "@/lib/domain/public-check";
import { knownFacts } from "@/lib/domain/public-check/known-facts";
import { publicName, updateTemplate } from "@/lib/domain/update-templates";
import { sampleRecord } from "@/tests/support/make";

const NOW = Date.UTC(2024, 0, 15, 14, 30);
const facts = { service: "payments", wellSince: NOW, nextAt: NOW + 15 * 60_000 };

describe("updateTemplate", () => {
  test("says what is affected, what is done, and when people hear next", () => {
    expect(updateTemplate("investigating", facts)).toBe(
      "We are investigating a problem with payments. Some requests may fail. Next update by 14:45 UTC.",
    );
    expect(updateTemplate("resolved", facts)).toBe(
      "Payments has worked normally since 14:30 UTC. We will publish a report within 48 hours.",
    );
  });

  test("promises nothing where nothing is promised", () => {
    expect(updateTemplate("monitoring", { ...facts, nextAt: undefined })).toBe(
      "A fix is in place for payments. We are watching the results.",
    );
  });

  test.each(INCIDENT_STATUSES)("leaves no gap, and nothing to be asked about, as %s", (status) => {
    const text = updateTemplate(status, facts);
    const dueAt = status === "resolved" ? undefined : facts.nextAt;
    const around = { otherServices: [], components: [], earlierPosts: ["Checkout, billing."] };
    expect(text).not.toMatch(/[{}]/);
    expect(promisesIn(text, NOW)).toHaveLength(1);
    expect(
      checkPublicPost({ text, status, at: NOW, dueAt }, knownFacts(sampleRecord(), around)),
    ).toEqual([]);
  });
});

describe("publicName", () => {
  test("is the component's, else the service's own without hyphens", () => {
    expect(publicName("payment-gateway", "Payments")).toBe("Payments");
    expect(publicName("payment-gateway", undefined)).toBe("payment gateway");
  });
});
