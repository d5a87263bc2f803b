import type { IncidentStatus } from "../incident";
import { publicStatus, splitStatus } from "../public-status";
import type { Finding, Rule } from "./finding";
import { quoteOf, sentencesOf } from "./sentences";

const NOT_NOW =
  /\b(?:not|never|no|yet|until|once|when|if|after|before|will|would|to be|being|try|trying|aims?|expect\w*|should|may|might|could|partial\w*|partly|almost|nearly|working to|as soon as)\b|n['’]t\b/i;

/** Words that tell how far an incident has come, and the statuses under which they are true. */
const CLAIMS: [RegExp, readonly IncidentStatus[]][] = [
  [
    /\b(?:(?:has|have|is|are|was|were|been|now|we(?:['’]ve| have)?)(?: now| been| fully){0,2} (?:resolved|fixed|solved)|works? (?:normally|as usual) again|(?:back|returned) to normal|(?:operating|working) normally(?: again)?|fully (?:restored|recovered))\b/i,
    ["monitoring", "resolved"],
  ],
  [
    /\b(?:a|the) fix (?:has been|was|is) (?:implemented|deployed|released|rolled out|in place|applied)\b|\bmonitoring the (?:results?|fix|recovery)\b/i,
    ["monitoring", "resolved"],
  ],
  [
    /\b(?:cause|issue|problem|source)(?: of [^.,;]{1,40})? (?:has been|was|is) (?:identified|found|known)\b|\b(?:we(?:['’]ve| have)?|have) (?:identified|found) (?:the|a) (?:root )?(?:cause|source|problem|issue)\b/i,
    ["identified", "monitoring", "resolved"],
  ],
];

const ENDED: readonly [RegExp, readonly IncidentStatus[]] = [
  /\b(?:issue|incident|problem|outage|disruption)(?: [^.,;]{1,50})? (?:has been|is|was) (?:now |fully )?(?:resolved|fixed|solved|over)\b|\bwe(?:['’]ve| have)? (?:now )?(?:resolved|fixed|solved)\b/i,
  ["resolved"],
];

/** Words that tell it is not that far yet; under these statuses they surprise. */
const DOUBTS: [RegExp, readonly IncidentStatus[]][] = [
  [
    /\b(?:(?:we are|we['’]re|still|currently|continue to|continuing to) (?:still |currently )?investigat\w+|cause (?:is|remains) (?:still )?unknown|do(?:es)? not (?:yet )?know (?:the|what))\b/i,
    ["identified", "monitoring", "resolved"],
  ],
  [
    /\b(?:we are|we['’]re|still|continue to|continuing to) (?:still |currently )?(?:work\w* on|implement\w*|deploy\w*|roll\w* (?:out|back)|put\w*) (?:a|the)\b/i,
    ["resolved"],
  ],
];

/** Words for where the incident stands that are not those of the chosen status. */
export const wrongStatusWords: Rule = ({ text, status: chosen }) => {
  const { status: leading, body } = splitStatus(text);
  const status = publicStatus(chosen);
  if (status === undefined) return [];
  const led =
    leading === undefined || leading === status ? [] : [differs(text.slice(0, 24), status)];
  return [
    ...led,
    ...sentencesOf(body).flatMap((sentence) => wordsIn(sentence, status).slice(0, 1)),
  ];
};

function wordsIn(sentence: string, status: IncidentStatus): Finding[] {
  const claimed = [ENDED, ...CLAIMS].flatMap(([words, truly]) => {
    const match = words.exec(sentence);
    if (!match || truly.includes(status)) return [];
    return NOT_NOW.test(clauseWith(sentence, match)) ? [] : [differs(match[0], status)];
  });
  const doubted = DOUBTS.flatMap(([words, surprising]) => {
    const match = words.exec(sentence);
    return match && surprising.includes(status) ? [differs(match[0], status)] : [];
  });
  return [...claimed, ...doubted];
}

/** The sentence from its last comma before the words to their end. */
function clauseWith(sentence: string, { index, 0: words }: RegExpExecArray): string {
  const start = 1 + Math.max(...[",", ";", ":"].map((mark) => sentence.lastIndexOf(mark, index)));
  return sentence.slice(start, index + words.length);
}

function differs(quote: string, status: IncidentStatus): Finding {
  return {
    kind: "status",
    quote: quoteOf(quote),
    says: `The chosen status is ${status}.`,
    question: "Which is right?",
  };
}
