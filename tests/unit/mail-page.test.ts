import { describe, expect, test } from "vitest";
import { toHtml, toText, type MailPage } from "@/lib/mail/page";

const PAGE: MailPage = {
  greeting: "Ana, look at <this>.",
  sections: [
    {
      heading: "Overdue (2)",
      rows: [
        {
          title: { text: 'AI-1 Say "no" & go\n on', href: "https://m.example/actions/AI-1" },
          details: "late",
        },
      ],
      more: "and 1 more",
    },
    { heading: "At risk (0)", rows: [] },
  ],
  links: [{ text: "Your board", href: "https://m.example/actions?board=mine&x='1'" }],
  footer: ["Why?", "Because."],
};

describe("toText", () => {
  test("writes one thing below the other, each title on one line, and a signature", () => {
    expect(toText(PAGE)).toBe(
      [
        "Ana, look at <this>.",
        "OVERDUE (2)",
        'AI-1 Say "no" & go on\n  late\n  https://m.example/actions/AI-1',
        "and 1 more",
        "AT RISK (0)",
        "Your board: https://m.example/actions?board=mine&x='1'",
        "-- \nWhy?\nBecause.\n",
      ].join("\n\n"),
    );
  });
});

describe("toHtml", () => {
  test("writes every text as text", () => {
    const html = toHtml(PAGE);
    expect(html).toContain("<p>Ana, look at &lt;this&gt;.</p>");
    expect(html).toContain(
      '<li><a href="https://m.example/actions/AI-1">AI-1 Say &quot;no&quot; &amp; go\n on</a><br>late</li>',
    );
    expect(html).toContain("<p>and 1 more</p>");
    expect(html).toContain('href="https://m.example/actions?board=mine&amp;x=&#39;1&#39;"');
  });
});
