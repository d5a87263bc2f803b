import type { Finding, Rule } from "./finding";
import { quoteOf, sentencesOf, TROUBLE, WELL } from "./sentences";

const PEOPLE = "(?:users?|customers?|visitors?|accounts?|people)";
const OF = String.raw`(?:(?: of)?(?: (?:our|the|all|active|paying)){0,2})`;
const EVERYONE = new RegExp(
  String.raw`\b(?:(?:all|every)(?: of)?(?: (?:our|the))? ${PEOPLE}|everyone)\b`,
  "i",
);
const PERCENT =
  /(?:\b(?<hedge>about|around|roughly|approximately|nearly|almost|some|up to|at most|less than|fewer than|under|below|at least|more than|over|above) |~ ?)?(?<![\d.,])(?<said>\d{1,3}(?:\.\d+)?) ?(?:%|per ?cent\b)/gi;
const OF_PEOPLE = new RegExp(`^${OF} ${PEOPLE}\\b`, "i");
const OF_REQUESTS =
  /^(?: of)?(?: (?:our|the|all))? (?:\w+ ){0,2}(?:requests|transactions|payments|calls|attempts|orders|log-?ins|sign-?ins)\b/i;
const FAILURE = /\b(?:fail|error|reject|time out|timed out|unsuccessful)/i;
const COUNT = new RegExp(
  String.raw`(?:\b(?<hedge>about|around|roughly|approximately|nearly|almost|up to|at most|less than|fewer than|under|at least|more than|over) |~ ?)?(?<![\d.,])(?<said>\d{1,3}(?:,\d{3})+|\d{2,9})\+? ${PEOPLE}\b`,
  "gi",
);

/** How a share of people is put in words, and which percentages that fits. */
const SHARES: [RegExp, (percent: number) => boolean][] = [
  [new RegExp(String.raw`\b(?:most|the majority)${OF} ${PEOPLE}\b`, "i"), (share) => share > 50],
  [new RegExp(String.raw`\bhalf${OF} ${PEOPLE}\b`, "i"), (share) => share >= 35 && share <= 65],
  [
    new RegExp(
      String.raw`\b(?:a few|very few|a handful of|an? (?:very )?(?:small|limited) (?:number|subset|share|percentage|fraction|portion|group) of)${OF} ${PEOPLE}\b`,
      "i",
    ),
    (share) => share < 20,
  ],
];

/** Shares and numbers of people and error rates that are not those of the record. */
export const wrongNumbers: Rule = ({ text }, { impact, errorRates, affectedUsers }) => {
  const users = impact.affected_users_percentage ?? undefined;
  return sentencesOf(text).flatMap((sentence) => [
    ...(users === undefined ? [] : sharesIn(sentence, users)),
    ...percentagesIn(sentence, users, errorRates),
    ...(affectedUsers === undefined ? [] : countsIn(sentence, affectedUsers)),
  ]);
};

function sharesIn(sentence: string, users: number): Finding[] {
  if (WELL.test(sentence) || !TROUBLE.test(sentence)) return [];
  const everyone = EVERYONE.exec(sentence);
  if (everyone && users < 100 && !/\bnot $/i.test(sentence.slice(0, everyone.index))) {
    return [sharesDiffer(everyone[0], users, "Are all of them affected?")];
  }
  return SHARES.flatMap(([words, fits]) => {
    const match = words.exec(sentence);
    return match && !fits(users) ? [sharesDiffer(match[0], users, "Does that fit?")] : [];
  });
}

const sharesDiffer = (quote: string, users: number, question: string): Finding => ({
  kind: "number",
  quote: quoteOf(quote),
  says: `The record has ${users}% of users affected.`,
  question,
});

function percentagesIn(sentence: string, users: number | undefined, rates: number[]): Finding[] {
  if (/\bsucce/i.test(sentence)) return [];
  return [...sentence.matchAll(PERCENT)].flatMap((match): Finding[] => {
    const said = Number(match.groups?.said);
    const hedge = match.groups?.hedge?.toLowerCase();
    const after = sentence.slice(match.index + match[0].length);
    if (OF_PEOPLE.test(after)) {
      return users === undefined || fits(said, hedge, users)
        ? []
        : [
            sharesDiffer(
              `${match[0]}${after.match(OF_PEOPLE)?.[0] ?? ""}`,
              users,
              "Which is right?",
            ),
          ];
    }
    const isRate =
      /\berror rates?\b/i.test(sentence) || (OF_REQUESTS.test(after) && FAILURE.test(sentence));
    if (!isRate || rates.length === 0 || rates.some((rate) => fits(said, hedge, rate))) return [];
    const known = [...new Set(rates)].map((rate) => `${rate}%`).join(", ");
    return [
      {
        kind: "number",
        quote: quoteOf(`${match[0]}${after.match(OF_REQUESTS)?.[0] ?? ""}`),
        says: `The record has an error rate of ${known}.`,
        question: "Which is right?",
      },
    ];
  });
}

function countsIn(sentence: string, known: number): Finding[] {
  return [...sentence.matchAll(COUNT)].flatMap((match): Finding[] => {
    const said = Number(match.groups?.said?.replaceAll(",", ""));
    const share = (100 * said) / Math.max(known, 1);
    if (fits(share, match.groups?.hedge?.toLowerCase() ?? "about", 100)) return [];
    return [
      {
        kind: "number",
        quote: quoteOf(match[0]),
        says: `The record has ${known.toLocaleString("en")} users affected.`,
        question: "Which is right?",
      },
    ];
  });
}

/** Does what is known, in percent, agree with what is said in these words? */
function fits(said: number, hedge: string | undefined, known: number): boolean {
  if (hedge === undefined) return Math.abs(said - known) <= 1;
  if (/^(?:less than|fewer than|under|below)$/.test(hedge)) return known < said;
  if (/^(?:more than|over|above)$/.test(hedge)) return known > said;
  if (hedge === "at least") return known >= said;
  if (/^(?:up to|at most)$/.test(hedge)) return known <= said;
  return Math.abs(said - known) <= Math.max(5, 0.15 * known);
}
