import { describe, expect, test } from "vitest";
import { planFields, scheduleFields } from "@/lib/maintenance-fields";

const FORM = {
  title: "New disks",
  body: "We change disks.",
  from: "2026-07-01T22:00",
  until: "2026-07-01T23:30",
  zone: "Europe/Berlin",
  startsItself: "on",
  remindBefore: "60",
  "components.7": "under_maintenance",
  "components.8": "",
  seen: '{"overlaps":["abc"]}',
};

describe("scheduleFields", () => {
  test("reads times as clocks in the chosen zone show them, and who is touched", () => {
    expect(scheduleFields.parse(FORM)).toEqual({
      title: "New disks",
      body: "We change disks.",
      scheduledFor: Date.UTC(2026, 6, 1, 20),
      scheduledUntil: Date.UTC(2026, 6, 1, 21, 30),
      startsItself: true,
      endsItself: false,
      remindBefore: 60,
      components: { 7: "under_maintenance" },
      seenOverlaps: ["abc"],
    });
  });

  test.each([
    ["from", "2026-03-29T02:30", "leave this time out"],
    ["until", "2026-10-25T02:30", "twice"],
    ["until", "", "such as"],
    ["zone", "Mars/Olympus", "Choose a time zone."],
    ["remindBefore", "0", ""],
    ["body", " ", "Write the message."],
  ])("says at %s what is wrong with “%s”", (field, value, message) => {
    const { error } = scheduleFields.safeParse({ ...FORM, [field]: value });
    expect(error?.issues.map(({ path }) => path.join("."))).toContain(field);
    expect(error?.issues.map((issue) => issue.message).join(" ")).toContain(message);
  });
});

describe("planFields", () => {
  test("may say nothing of a new window, and names what its writer saw", () => {
    const seen = '{"version":3,"overlaps":[]}';
    const { body: _, ...plan } = FORM;
    expect(planFields.parse({ ...plan, id: "abc", body: "", seen })).toMatchObject({
      id: "abc",
      version: 3,
      seenOverlaps: [],
    });
  });
});
