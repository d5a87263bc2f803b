import type { Finding, KnownFacts, Rule } from "./finding";
import { quoteOf } from "./sentences";

const NO_CUSTOMERS =
  /\bno (?:customers?|users?|one)(?: is| are| was| were| has been| have been)? (?:affected|impacted)\b|\bno (?:customer|user) impact\b|\bno impact (?:on|to|for) (?:our )?(?:customers|users)\b|\b(?:customers|users) (?:are|were|have) not (?:been )?(?:affected|impacted)\b/i;
const NO_DATA =
  /\bno data (?:loss|(?:is|was|has been|were|have been) (?:lost|affected|compromised|exposed))\b|\bno (?:loss|risk) (?:of|to) (?:your |customer )?data\b|\b(?:your |customer |all )?data (?:is|are|remains?|was) (?:safe|secure|intact|not affected)\b/i;
const NO_BREACH =
  /\bno (?:sign|evidence|indication)s? of (?:an? )?(?:breach|intrusion|unauthori[sz]ed)|\b(?:is|was) not (?:a )?security\b|\bno security (?:impact|breach|incident)\b/i;

/** "No customer is affected", "no data is lost": said where the record knows otherwise. */
export const falseClaims: Rule = ({ text }, facts) => [
  ...contradicted("customers", NO_CUSTOMERS, text, customersIn(facts)),
  ...contradicted("data", NO_DATA, text, dataIn(facts)),
  ...contradicted(
    "data",
    NO_BREACH,
    text,
    facts.impact.security_breach === true ? "The record has a security breach." : undefined,
  ),
];

function customersIn({ impact, affectedUsers }: KnownFacts): string | undefined {
  const share = impact.affected_users_percentage ?? 0;
  if (share > 0) return `The record has ${share}% of users affected.`;
  if ((affectedUsers ?? 0) > 0) return `The record has ${affectedUsers} users affected.`;
  return impact.customer_facing === true ? "The record says that customers face it." : undefined;
}

function dataIn({ impact, dataLoss }: KnownFacts): string | undefined {
  if (dataLoss) return "The record has a loss of data.";
  if (impact.security_breach === true) return "The record has a security breach.";
  return impact.data_integrity_risk === true ? "The record has data at risk." : undefined;
}

function contradicted(
  kind: "customers" | "data",
  words: RegExp,
  text: string,
  says: string | undefined,
): Finding[] {
  const match = words.exec(text);
  if (!match || says === undefined) return [];
  return [{ kind, quote: quoteOf(match[0]), says, question: "Which is right?" }];
}
