import { describe, expect, test } from "vitest";
import { blameIn } from "@/lib/domain/blameless";

const NAMES = ["Alice Chen", "Bob", "alice@example.com"];
const quotes = (text: string) => blameIn(text, NAMES).map(({ quote }) => quote);

describe("the check for blame", () => {
  test.each([
    ["The engineer should have tested this.", "should have tested"],
    ["This should have been caught in review.", "should have been caught"],
    ["They shouldn't have deployed on Friday.", "shouldn't have deployed"],
    ["It should never have been merged.", "should never have been merged"],
    ["We ought to have known.", "ought to have known"],
    ["It could easily have been avoided.", "could easily have been avoided"],
    ["The on-call engineer failed to notice the alert.", "engineer failed to"],
    ["The team neglected to update the runbook.", "team neglected to"],
    ["Nobody bothered, and she failed to escalate.", "she failed to"],
    ["The deploy was careless.", "careless"],
    ["It was sloppy work.", "sloppy"],
    ["The cause was human error.", "human error"],
    ["The cause was an operator mistake.", "operator mistake"],
    ["He forgot to enable the flag.", "forgot"],
    ["The flag was forgotten.", "forgotten"],
    ["It was Alice's fault.", "Alice's fault"],
    ["This is their own fault.", "their own fault"],
    ["The vendor is to blame.", "to blame"],
    ["The platform team was at fault.", "was at fault"],
    ["Obviously the pool was too small.", "Obviously"],
    ["Everyone knows that this breaks.", "Everyone knows"],
    ["Clearly, the change was wrong.", "Clearly,"],
    ["They just needed to restart it.", "just needed to"],
    ["You could just restart it.", "could just"],
    ["The developer simply ignored the warning.", "developer simply ignored"],
    ["It simply did not occur to them; they simply forgot.", "simply did not"],
    ["The reviewer did not read the diff.", "reviewer did not read"],
    ["The operator didn’t even check the graph.", "operator didn’t even check"],
    ["Someone mistakenly deleted the table.", "Someone mistakenly"],
    ["The admin made a serious mistake.", "admin made a serious mistake"],
    ["We missed the first alert.", "We missed"],
    ["They fat-fingered the command.", "fat-fingered"],
    ["They screwed up the migration.", "screwed up"],
    ["If only Alice had looked.", "If only"],
    ["It came from a lack of attention.", "lack of attention"],
    ["The outage was caused by Alice Chen.", "caused by Alice Chen"],
    ["Alice broke the build.", "Alice broke"],
    ["Bob never even checked, as Bob overlooked it.", "Bob overlooked"],
    ["It went down because of Bob.", "because of Bob"],
  ])("asks about %j", (text, quote) => {
    expect(quotes(text)).toContain(quote);
  });

  test.each([
    "The alert should have a threshold of 5%.",
    "The limit should have been 50 connections.",
    "The service failed to start because the port was taken.",
    "Requests failed to complete, and the health check failed to pass.",
    "The pool did not check idle connections.",
    "The job ignored rows without an id.",
    "The page offers “Forgot password”, and forgot-password mails were late.",
    "A segmentation fault, a page fault, fault tolerance and fault injection.",
    "The rate of user error messages rose, and human-readable errors helped.",
    "There was no human error here, and nobody is to blame.",
    "It was not Alice's fault.",
    "This text is blameless; we ran git blame.",
    "The alert fired just before 14:20, just after the deployment and just in time.",
    "Only just 3% of requests failed.",
    "A simple restart is what the runbook describes, simply put.",
    "It was lucky: it could have been worse.",
    "We missed the target by 15 minutes.",
    "The team noticed the alert after 5 minutes and rolled back.",
    "Alice Chen rolled the deployment back, and Bob told customers.",
    "Restarted by Alice Chen at 14:50. Found by Bob.",
    'The customer said “you should have told us” and "human error".',
    "Run `git commit -m 'should have been caught'` for it.",
    "```\nhuman error, careless\n```",
    "See [the page](/careless/human-error) and https://example.com/human-error.",
    "The effect on other regions was negligible.",
    "It is stated clearly in the runbook, and it was not obviously wrong.",
    "We need to have tested backups.",
    "Lazy loading made the first request slow.",
    "> **TODO:** Say whether it could have been noticed earlier.",
    "- [ ] TODO: human error?",
    "They had to restart the database twice.",
    "",
  ])("lets %j pass", (text) => {
    expect(quotes(text)).toEqual([]);
  });

  test("says where each phrase stands, what it does and what to write instead", () => {
    const text = "## Cause\n\nThe **team** was careless.\n\n- He forgot.";
    const found = blameIn(text);
    expect(found.map(({ from, to }) => text.slice(from, to))).toEqual(["careless", "forgot"]);
    for (const { why, instead } of found) {
      expect(why).toMatch(/\.$/);
      expect(instead).toMatch(/\.$/);
    }
  });

  test("tells of words that several rules find once, by the longest phrase", () => {
    expect(quotes("The engineer simply failed to notice what he should have known.")).toEqual([
      "engineer simply failed to",
      "should have known",
    ]);
  });
});
