import { confirmedBefore, factsToCheck } from "@/db/queries/public-check";
import { UnconfirmedError } from "@/lib/domain/error";
import { checkPublicPost, findingKey } from "@/lib/domain/public-check";
import type { CheckedPost } from "@/lib/domain/public-check/finding";
import type { Viewer } from "@/lib/domain/viewer";

type Checked = CheckedPost & { incidentId: number; changed: number[]; replaces?: number };

/**
 * Compares a text for everyone with what the record knows, and asks its writer about what differs,
 * unless they have seen it: `confirmed` holds the findings' keys. What was confirmed for this incident in
 * the same words before is not asked again. Gives the keys of what is confirmed now.
 */
export function requireConfirmed(
  viewer: Viewer,
  { incidentId, changed, replaces, ...post }: Checked,
  confirmed: string[],
): string[] {
  const facts = factsToCheck(viewer, { incidentId, text: post.text, changed, replaces });
  const before = new Set(confirmedBefore(incidentId));
  const findings = checkPublicPost(post, facts).filter(
    (finding) => !before.has(findingKey(finding)),
  );
  if (findings.some((finding) => !confirmed.includes(findingKey(finding)))) {
    const things = findings.length === 1 ? "1 thing" : `${findings.length} things`;
    throw new UnconfirmedError(
      `Nothing is posted yet. Look at ${things} before everyone reads it.`,
      findings,
    );
  }
  return findings.map(findingKey);
}
