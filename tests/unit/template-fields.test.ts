import { describe, expect, test } from "vitest";
import { templateForm } from "@/lib/template-fields";

describe("templateForm", () => {
  test("reads the sections in their order, each on one line", () => {
    const form = {
      template: "Short",
      seen: '{"version":3}',
      "sections.1.title": "Two",
      "sections.1.help": "Say it.\r\nShortly. ",
      "sections.1.isRequired": "on",
      "sections.1.source": "impact",
      "sections.0.title": "  One \t more ",
      "sections.0.source": "nowhere",
    };
    expect(templateForm.parse(form)).toEqual({
      template: "Short",
      version: 3,
      name: "Short",
      intent: "save",
      sections: [
        { title: "One more", help: "", isRequired: false, source: null },
        { title: "Two", help: "Say it. Shortly.", isRequired: true, source: "impact" },
      ],
    });
  });

  test("takes the new name and what a button asks for", () => {
    const form = { template: "Short", seen: '{"version":0}', name: " Brief ", intent: "up:1" };
    expect(templateForm.parse(form)).toMatchObject({ name: "Brief", intent: "up:1", sections: [] });
  });
});
