import { describe, expect, test } from "vitest";
import { promisesIn } from "@/lib/domain/promise-text";
import { toUtc } from "@/lib/domain/time";
import { clockMs } from "@/tests/support/make-timeline";
import { processorTime } from "../support/processor-time";

const madeAt = clockMs("14:30");
const read = (message: string, at = madeAt) =>
  promisesIn(message, at).map(({ kind, dueAt }) => `${kind} ${toUtc(dueAt).slice(5, 16)}`);

describe("promisesIn", () => {
  test.each([
    ["Next update in 15 minutes.", "01-05T14:45"],
    ["We are implementing a fix. Next update in 15 min", "01-05T14:45"],
    ["**Next update:** in 30 mins", "01-05T15:00"],
    ["Next update within the next 2 hours.", "01-05T16:30"],
    ["Next update will be posted here in 1 hour.", "01-05T15:30"],
    ["Next update by 15:05 UTC.", "01-05T15:05"],
    ["Next update: 15:05 UTC", "01-05T15:05"],
    ["Next update no later than 15:05 GMT (16:05 CET).", "01-05T15:05"],
    ["Next update in fifteen minutes, or sooner if we know more.", "01-05T14:45"],
    ["Next update in half an hour.", "01-05T15:00"],
    ["The next update is due in 2 days.", "01-07T14:30"],
    ["Some payments may fail, next update in 20 minutes.", "01-05T14:50"],
    ["Please expect our next update by 15:00Z.", "01-05T15:00"],
    ["Rollback is under way; another update in 45 minutes from now.", "01-05T15:15"],
    ["We will provide an update within 15 minutes.", "01-05T14:45"],
    ["We’ll share another update on checkout errors within an hour.", "01-05T15:30"],
    ["We will also post a further update here by 15:10 UTC.", "01-05T15:10"],
    ["Will send you the next update in 10 minutes", "01-05T14:40"],
    ["I'll update the channel by 15:00 UTC", "01-05T15:00"],
    ["We will update this page again within 30 minutes.", "01-05T15:00"],
    ["A further update will follow within 1 hr.", "01-05T15:30"],
    ["Line one\nNext update in 5 minutes", "01-05T14:35"],
  ])("reads %j as the next update", (message, due) => {
    expect(read(message)).toEqual([`update ${due}`]);
  });

  test.each([
    "We will publish a full incident report within 48 hours.",
    "Resolved - A report will follow within 48 hours.",
    "Report within 48 hours.",
    "Full post-incident review to follow within 2 days",
    "We'll share a root cause analysis of this outage within 2 days.",
    "A postmortem will be published on this page within 48 hours.",
  ])("reads %j as a report", (message) => {
    expect(read(message)).toEqual(["report 01-07T14:30"]);
  });

  test("reads an update and a report from one message, the first of each", () => {
    const message =
      "Next update in 15 minutes. Next update in 30 minutes. Report within 48 hours. Report within 3 days.";
    expect(read(message)).toEqual(["update 01-05T14:45", "report 01-07T14:30"]);
  });

  test("takes a time past midnight for tomorrow's", () => {
    expect(read("Next update by 00:15 UTC.", clockMs("23:50"))).toEqual(["update 01-06T00:15"]);
  });

  test.each([
    "",
    "We will provide a final update once we confirm stability.",
    "We will provide a final update within 1 hour once we confirm stability.",
    "If the rollback fails, we will provide an update within 15 minutes.",
    "Next update in 15 minutes unless this is resolved.",
    "We hope to provide an update within 15 minutes.",
    "Next update in about 15 minutes.",
    "Next update in 15-30 minutes.",
    "Next update in 15 minutes or so.",
    "Next update soon.",
    "Next update in 2 business days.",
    "Next update by 15:00.",
    "Next update by 15:00 CET.",
    "Next update by 3:00 pm UTC.",
    "Next update by 14:20 UTC.",
    "Next update by 14:30 UTC.",
    "Next update by 25:00 UTC.",
    "Next update by 15:75 UTC.",
    "Next update by 09:00 UTC on Tuesday.",
    "Next update tomorrow by 01:00 UTC.",
    "Next update in 15 minutes?",
    "The next update was due in 15 minutes.",
    "We promised the next update in 15 minutes.",
    "Customers were told “next update in 15 minutes”.",
    "We could not provide an update within 15 minutes.",
    "We are sorry we didn't provide an update within 15 minutes.",
    "Our provider will share an update within 15 minutes.",
    "We are waiting for the next update in 15 minutes.",
    "We posted an update 15 minutes ago.",
    "We will provide updates every 30 minutes.",
    "We will publish a report within 48 hours of the resolution.",
    "Support received the first report within 2 hours.",
    "A full report was published within 48 hours.",
    "ETA for mitigation: 15 minutes.",
    "We will report within 30 minutes.",
  ])("is not sure about %j", (message) => {
    expect(read(message)).toEqual([]);
  });

  test("reads a message of many megabytes in a moment", () => {
    const shapes = ["next update ", "update on x ", "a full ", "we will provide ", "  ", "- , ("];
    const spent = processorTime(() => {
      for (const shape of shapes) promisesIn(`${shape.repeat(200_000)} in`, madeAt);
    });
    expect(spent).toBeLessThan(5000);
  });
});
