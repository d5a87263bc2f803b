import { describe, expect, test } from "vitest";
import type { Word } from "@/lib/domain/word";
import { listMail, personMail, testMail } from "@/lib/word/mail";
import { slackMessage, slackTest } from "@/lib/word/slack";
import { teamsMessage, teamsTest } from "@/lib/word/teams";
import { webhookEnvelope, webhookTest } from "@/lib/word/webhook";
import { shortened, subjectOf, tellingOf } from "@/lib/word/words";

const AT = Date.UTC(2026, 10, 20, 10, 30);
const BASE = "https://muster.example.com";

const word = (overrides: Partial<Word> = {}): Word => ({
  ...{ happening: "incident.severity_changed", at: AT, by: "Grace", isDrill: false },
  ...{ text: "Severity changed from SEV3 to SEV1.", message: null, publicUpdateId: null },
  ...{ path: "/incidents/INC-2026-0001", key: "INC-2026-0001", title: "Checkout is slow" },
  ...{ severity: "SEV1", status: "investigating", services: ["Payments"] },
  ...overrides,
});

const one = (overrides?: Partial<Word>) => tellingOf([word(overrides)], BASE);
const many = (count: number) =>
  tellingOf(
    Array.from({ length: count }, (_, n) => word({ key: `INC-2026-${n}` })),
    BASE,
  );

describe("subjectOf", () => {
  test("says what a message is about, or how many it tells of", () => {
    expect(subjectOf(one())).toBe("[SEV1] Severity changed: INC-2026-0001 Checkout is slow");
    expect(subjectOf(one({ isDrill: true }))).toMatch(/^\[Drill\]\[SEV1\] /);
    expect(subjectOf(one({ severity: null, key: null }))).toBe(
      "Severity changed: Checkout is slow",
    );
    expect(subjectOf(many(13))).toBe("13 messages from Muster");
  });
});

describe("slackMessage", () => {
  test("tells one happening with its link and how it stands", () => {
    const { blocks } = slackMessage(one({ message: "We look into it." }));
    expect(blocks).toMatchObject([
      {
        text: {
          text: `*<${BASE}/incidents/INC-2026-0001|INC-2026-0001 Checkout is slow>*\nSeverity changed from SEV3 to SEV1.`,
        },
      },
      { text: { text: "We look into it." } },
      {
        elements: [
          {
            text: "Severity changed · SEV1 · investigating · Payments · Grace",
            type: "plain_text",
          },
        ],
      },
    ]);
  });

  test("lets nobody call everybody, or write a link of their own", () => {
    const hostile = { title: "<!channel> & <https://evil.example|here>", message: "<!here>" };
    const written = JSON.stringify(slackMessage(one(hostile)));
    expect(written).not.toContain("<!");
    expect(written).not.toContain("<https://evil");
    expect(JSON.stringify(slackTest("<!channel>"))).not.toContain("<!");
  });

  test("fits into what Slack takes, however much there is to say", () => {
    const long = "&".repeat(20_000);
    const words = Array.from({ length: 40 }, () =>
      word({ title: long, text: long, message: long }),
    );
    const { blocks } = slackMessage(tellingOf(words, BASE));
    expect(blocks.length).toBeLessThanOrEqual(50);
    expect(blocks.at(-1)).toMatchObject({ elements: [{ text: "And 30 more." }] });
    for (const block of blocks) {
      if ("text" in block) expect(block.text.text.length).toBeLessThanOrEqual(3000);
    }
  });
});

describe("teamsMessage", () => {
  const sizeOf = (words: Word[]) =>
    Buffer.byteLength(JSON.stringify(teamsMessage(tellingOf(words, BASE))));

  test("is one Adaptive Card whose texts are shown as they are", () => {
    const { type, attachments } = teamsMessage(one({ message: "[a link](https://evil.example)" }));
    expect(type).toBe("message");
    expect(attachments[0]).toMatchObject({
      contentType: "application/vnd.microsoft.card.adaptive",
      content: {
        type: "AdaptiveCard",
        actions: [{ type: "Action.OpenUrl", url: `${BASE}/incidents/INC-2026-0001` }],
      },
    });
    const kinds = attachments[0]?.content.body.map((each) => each.type);
    expect(new Set(kinds)).toEqual(new Set(["RichTextBlock"]));
  });

  test("stays below 28 KB, however much there is to say", () => {
    const long = "漢".repeat(20_000);
    const full = word({ text: long, message: long, title: long, services: [long] });
    expect(sizeOf([full])).toBeLessThan(28_000);
    expect(sizeOf(Array.from({ length: 40 }, () => full))).toBeLessThan(28_000);
    expect(teamsTest("Hello").attachments[0]?.content).not.toHaveProperty("actions");
  });
});

describe("webhookEnvelope", () => {
  test("names one happening, when it was, and its facts", () => {
    expect(webhookEnvelope(one())).toEqual({
      type: "incident.severity_changed",
      timestamp: "2026-11-20T10:30:00Z",
      data: {
        ...{ happening: "incident.severity_changed", at: "2026-11-20T10:30:00Z", by: "Grace" },
        ...{ text: "Severity changed from SEV3 to SEV1.", message: null },
        ...{ url: `${BASE}/incidents/INC-2026-0001`, incident: "INC-2026-0001" },
        ...{ title: "Checkout is slow", severity: "SEV1", status: "investigating" },
        ...{ services: ["Payments"], is_drill: false },
      },
    });
  });

  test("tells of several in one, with how many they are", () => {
    const { type, data } = webhookEnvelope(many(13));
    expect(type).toBe("several");
    expect(data).toMatchObject({ count: 13 });
    expect(webhookTest("Hello", AT)).toMatchObject({ type: "test", data: { text: "Hello" } });
  });
});

describe("mails", () => {
  test("say what happened, where it is read on, and how to hear less", () => {
    const { subject, text, html } = personMail(one({ message: "We look into it." }));
    expect(subject).toBe("[SEV1] Severity changed: INC-2026-0001 Checkout is slow");
    expect(text).toContain("Severity changed from SEV3 to SEV1.");
    expect(text).toContain("We look into it. · SEV1 · investigating · Payments · Grace, ");
    expect(text).toContain(`${BASE}/account/notifications`);
    expect(html).toContain(`href="${BASE}/incidents/INC-2026-0001"`);
  });

  test("tell of several in one", () => {
    const { text } = listMail(many(13));
    expect(text).toContain("And 3 more.");
    expect(text).not.toContain("/account/notifications");
    expect(testMail("Hello").text).toContain("Hello");
  });

  test("keep their subject on one line and short", () => {
    const { subject } = personMail(one({ title: `a\nBcc: b@example.com ${"x".repeat(400)}` }));
    expect(subject).not.toContain("\n");
    expect(subject.length).toBeLessThanOrEqual(200);
  });
});

describe("shortened", () => {
  test("cuts no sign in two", () => {
    expect(shortened("ab😀cd", 4)).toBe("ab…");
    expect(shortened("abcd", 4)).toBe("abcd");
  });
});
