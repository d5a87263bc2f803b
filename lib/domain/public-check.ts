import { falseClaims } from "./public-check/claims";
import { leaks } from "./public-check/leaks";
import { wrongNumbers } from "./public-check/numbers";
import { wrongServices } from "./public-check/services";
import { wrongStatusWords } from "./public-check/status-words";
import { wrongTimes } from "./public-check/times";
import type { CheckedPost, Finding, KnownFacts } from "./public-check/finding";

const RULES = [wrongNumbers, wrongServices, wrongStatusWords, wrongTimes, falseClaims, leaks];

/**
 * Where a text for everyone contradicts what the record knows, or tells what is not for outsiders: each
 * finding asks its writer. Silence of the record contradicts nothing.
 */
export function checkPublicPost(post: CheckedPost, facts: KnownFacts): Finding[] {
  return RULES.flatMap((rule) => rule(post, facts));
}

/** A finding's own words on one line, by which an answer to it is known again. */
export const findingKey = ({ kind, quote, says }: Finding) => `${kind} | ${quote} | ${says}`;
