/** A way of writing that looks for who is to blame; `why` says what it does, `instead` what to write. */
export type Phrase = {
  pattern: RegExp;
  why: string;
  instead: string;
};

const DENIED = "(?<!\\b(?:no|not|never|nobody['’]s|nobody is|without|than|n['’]t)\\s(?:\\w+\\s)?)";
const PAST =
  "(?:\\w+ed|known|seen|been|done|gone|thought|told|understood|read|run|set|taken|given|found|caught|kept|left|made|written|shown|spoken|chosen|put|built|sent|held)";
const ROLE =
  "(?:engineers?|developers?|dev|devs|operators?|admins?|administrators?|dbas?|sres?|responders?|commanders?|reviewers?|authors?|approvers?|managers?|colleagues?|contractors?|interns?|juniors?|testers?|analysts?|leads?|staff|team|teams|people|person|humans?|users?)";
const SOMEBODY = `(?:he|she|they|we|i|you|who|nobody|somebody|someone|anyone|everyone|no one|on-call|${ROLE})`;
const ADVERB =
  "(?:\\s(?:\\w+ly|also|then|again|even|just|simply|always|never|still|had|has|have))*";

const all = (source: string) => new RegExp(source, "giu");
/** A deed of a person, not of a machine. */
const deed = (source: string) => all(`\\b${SOMEBODY}${ADVERB}\\s(?:${source})`);

export const PHRASES: Phrase[] = [
  {
    pattern: all(
      `\\b(?:should(?:n['’]t| not)?|ought(?:n['’]t| not)? to)(?: never| always)? have (?:\\w+ly )?(?:been (?!\\d)(?:\\w+ly )?${PAST}|(?!been\\b)${PAST})\\b`,
    ),
    why: "Says what somebody should have done, knowing how it ended.",
    instead: "Say what was known then, and what made the step that was taken look right.",
  },
  {
    pattern: all(
      "\\b(?:could|might) (?:easily |simply |just )?have (?:easily |simply |just )?(?:been )?(?:noticed|prevented|avoided|caught|checked|asked|known|seen|told)\\b",
    ),
    why: "Judges by what was known only afterwards.",
    instead: "Say what would have shown it, and what stood in its way.",
  },
  {
    pattern: all(
      `${DENIED}\\b(?:human|operator|pilot|user|engineer|manual) (?:error|mistake)s?\\b(?! (?:messages?|pages?|rates?|codes?|reports?|budgets?|logs?|handling|count))`,
    ),
    why: "Ends the search at a person, where it should begin.",
    instead: "Say what made the step easy to get wrong, and what let it through.",
  },
  {
    pattern: all(
      "\\b(?:careless(?:ly|ness)?|negligen(?:t|tly|ce)|sloppy|sloppily|sloppiness|reckless(?:ly|ness)?|incompeten(?:t|tly|ce)|irresponsib(?:le|ly)|inexcusab(?:le|ly)|unprofessional(?:ly)?|stupid(?:ly|ity)?|foolish(?:ly|ness)?|clueless|thoughtless(?:ly)?|lazines|laziness|complacen(?:t|cy))\\b",
    ),
    why: "Judges a person's character.",
    instead: "Say what happened, without the judgement.",
  },
  {
    pattern: all(
      "\\b(?:fat[- ]finger(?:ed|ing)?|finger trouble|rookie mistakes?|basic mistakes?|stupid mistakes?|silly mistakes?|careless mistakes?|common sense|messed up|screwed up|botched|bungled)\\b",
    ),
    why: "Makes little of a person.",
    instead: "Say what was entered or done, and what let it take effect.",
  },
  {
    pattern: all(`${DENIED}\\b(?:forgot(?:ten)?)\\b(?![- ](?:my |your |their )?password)`),
    why: "Nobody chooses to forget; it hides what the work relied on.",
    instead: "Say which step was not done, and what could have reminded them.",
  },
  {
    pattern: deed(
      "(?:fail(?:ed|s|ing)? to|neglect(?:ed|s)? to|omitted to|refused to|could not be bothered|did ?n[o'’]t bother)\\b",
    ),
    why: "Measures a person by what they left out.",
    instead: "Say what they did, what they knew, and what they were busy with.",
  },
  {
    pattern: deed(
      "(?:did(?:n['’]t| not)|had(?:n['’]t| not)) (?:even )?(?:notice|noticed|reali[sz]ed?|check|checked|test|tested|read|follow|followed|think|thought|care|cared|pay attention|paid attention|look|looked|bother|ask|asked|tell|told|know|known|understand|understood)\\b",
    ),
    why: "Measures a person by what they left out.",
    instead: "Say what they looked at, and why it seemed enough.",
  },
  {
    pattern: deed(
      "(?:ignored|overlooked|disregarded|missed (?!the (?:target|deadline|objective|slo|sla|train)|our |its )|violated|broke the (?:rules?|process|policy)|mistakenly|wrongly|made (?:a|an|the) (?:\\w+ )?(?:mistake|error|blunder))",
    ),
    why: "Tells of a person's error, not of what led to it.",
    instead: "Say what they saw, and what made it easy to pass by.",
  },
  {
    pattern: all(
      `${DENIED}\\b(?:(?:his|her|their|our|my|your|whose)|(?:\\p{L}+['’]s?)) (?:own )?fault\\b(?! (?:toleran|inject|domain|line|handler|code|rate))`,
    ),
    why: "Looks for whose fault it is.",
    instead: "Say what made it possible. Several things had to come together.",
  },
  {
    pattern: all(
      `${DENIED}\\b(?:(?:(?:is|was|are|were|be) )?at fault|to blame|is blamed|was blamed|blamed|blames|blame (?:lies|falls|rests|goes)|the culprit|culprits)\\b`,
    ),
    why: "Looks for whose fault it is.",
    instead: "Say what made it possible. Several things had to come together.",
  },
  {
    pattern: all(
      "(?<!\\bnot )\\bobviously\\b|\\b(?:as )?(?:everyone|everybody|anyone|anybody) (?:knows|knew|can see|could see|would have|could have)\\b|\\bany (?:competent|reasonable|sensible) \\w+|(?<=(?:^|[.!?]\\s))clearly,",
    ),
    why: "Says that it was plain to see, which it is only afterwards.",
    instead: "Leave it out, or say what showed it and to whom.",
  },
  {
    pattern: all(
      "\\b(?:just|simply|only) (?:needed|need|had|has|have) to\\b|\\b(?:should|could|would|can|must|might) (?:have )?(?:just|simply)\\b|\\b(?:just|simply) (?:did(?:n['’]t| not)|ignored|overlooked|forgot|failed|neglected|assumed|guessed)\\b",
    ),
    why: "Makes little of how hard it was.",
    instead: "Leave the word out, or say what the step takes.",
  },
  {
    pattern: all("\\bif only\\b(?= \\p{L}+(?: \\p{L}+)? (?:had|hadn['’]t|were|was|did))"),
    why: "Judges by what was known only afterwards.",
    instead: "Say what will be different from now on.",
  },
  {
    pattern: all(
      "\\b(?:lack of|insufficient|poor) (?:care|attention|diligence|discipline|judge?ment|competence|professionalism)\\b|\\b(?:bad|poor|wrong) (?:judge?ment|decision by)\\b|\\binattenti(?:on|ve)\\b",
    ),
    why: "Judges a person's character.",
    instead: "Say what asked for their attention, and what could have shown the danger.",
  },
];

/** What joins a name to blame, before and after it. */
export const BEFORE_NAME =
  "(?:caused|introduced|broken|triggered|deleted|missed) by|because of|due to|thanks to|blame(?:s|d)?(?: on)?|the fault of|the mistake of|an error of|a mistake of";
export const AFTER_NAME =
  "(?:had |has |then |also |even |still |just |simply |never |\\w+ly )*(?:fail(?:ed|s) to|neglected to|did(?:n['’]t| not) (?:even )?(?:notice|reali[sz]e|check|test|read|follow|think|look|ask|tell|know|understand|pay attention)|ignored|overlooked|missed|broke|caused|crashed|took down|brought down|deleted the|destroyed|made (?:a|an|the) (?:\\w+ )?(?:mistake|error)|is to blame|was to blame|was at fault|is responsible for|was responsible for the (?:outage|incident|failure|error))";
