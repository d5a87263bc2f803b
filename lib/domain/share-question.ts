export const LONGEST_QUESTION = 1000;
export const LONGEST_ANSWER = 4000;

const HOUR = 3_600_000;
const MOST_WAITING = 20;
const MOST_AN_HOUR = 10;

/** Why a link's readers cannot ask another question now; `undefined` where they can. */
export function questionRefusal(
  asked: { askedAt: number; isOpen: boolean }[],
  now: number,
): string | undefined {
  if (asked.filter(({ isOpen }) => isOpen).length >= MOST_WAITING) {
    return "Many questions wait for an answer already. Come back when some are answered.";
  }
  if (asked.filter(({ askedAt }) => now - askedAt < HOUR).length >= MOST_AN_HOUR) {
    return "Many questions were asked within this hour. Try again later.";
  }
  return undefined;
}
